using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Sections 5.7.1 and 5.7.2: every directive is one of the schema's, and stands where its definition lets it stand.</summary>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("KnownDirectives", context => new KnownDirectivesRule(context)) { Enters = [SyntaxKind.Directive] };

    public override void Enter(SyntaxNode node)
    {
        var name = ((DirectiveNode)node).Name.Value;
        if (Position.Directive is not { } directive)
        {
            if (!IsDefinedHere(name))
                Context.Report($"Unknown directive \"@{name}\".", node);
        }
        else if (LocationOf(Position.DirectiveHost!) is { } location && !directive.Locations.Contains(location))
        {
            Context.Report($"Directive \"@{name}\" may not be used on {location}.", node);
        }
    }

    // A document with a definition in it is refused for that.
    private bool IsDefinedHere(string name) => Context.Document.Definitions.Any(definition => definition is DirectiveDefinitionNode directive && directive.Name.Value == name);

    private static DirectiveLocation? LocationOf(SyntaxNode host) => host switch
    {
        FieldNode => DirectiveLocation.FIELD,
        OperationDefinitionNode operation => operation.Operation switch
        {
            OperationKind.Query => DirectiveLocation.QUERY,
            OperationKind.Mutation => DirectiveLocation.MUTATION,
            OperationKind.Subscription => DirectiveLocation.SUBSCRIPTION,
        },
        FragmentSpreadNode => DirectiveLocation.FRAGMENT_SPREAD,
        InlineFragmentNode => DirectiveLocation.INLINE_FRAGMENT,
        FragmentDefinitionNode => DirectiveLocation.FRAGMENT_DEFINITION,
        VariableDefinitionNode => DirectiveLocation.VARIABLE_DEFINITION,
        SchemaNode => DirectiveLocation.SCHEMA,
        ScalarTypeNode => DirectiveLocation.SCALAR,
        ObjectTypeNode => DirectiveLocation.OBJECT,
        FieldDefinitionNode => DirectiveLocation.FIELD_DEFINITION,
        InterfaceTypeNode => DirectiveLocation.INTERFACE,
        UnionTypeNode => DirectiveLocation.UNION,
        EnumTypeNode => DirectiveLocation.ENUM,
        EnumValueDefinitionNode => DirectiveLocation.ENUM_VALUE,
        InputObjectTypeNode => DirectiveLocation.INPUT_OBJECT,
        // An argument's definition and an input field's look alike, and no request may hold either.
        _ => null,
    };
}
