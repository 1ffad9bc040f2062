using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>
/// Section 3.13, type validation: the definition of a directive does not use the directive itself, neither on its own arguments nor within the
/// types and directives that it refers to.
/// </summary>
internal sealed class DirectiveDefinitionRule
{
    private readonly HashSet<object> visited = [];

    private DirectiveDefinitionRule()
    {
    }

    public static void Check(SchemaRuleContext context)
    {
        if (context.Options.LenientDirectives)
            return;
        foreach (var directive in context.OwnDirectives)
        {
            if (new DirectiveDefinitionRule().Uses(directive, directive))
                context.Report($"Directive @{directive.Name} cannot reference itself.", directive.Node);
        }
    }

    private bool Uses(DirectiveDefinition user, DirectiveDefinition sought) => visited.Add(user) && Uses(user.Arguments, sought);

    private bool Uses(IEnumerable<InputValueDefinition> inputs, DirectiveDefinition sought) =>
        inputs.Any(input => Uses(input.Directives, sought) || Uses(input.Type.Named, sought));

    private bool Uses(NamedType type, DirectiveDefinition sought) => visited.Add(type) && (Uses(type.Directives, sought) || type switch
    {
        EnumType @enum => @enum.Values.Any(value => Uses(value.Directives, sought)),
        InputObjectType input => Uses(input.Fields, sought),
        _ => false,
    });

    private bool Uses(IEnumerable<AppliedDirective> applied, DirectiveDefinition sought) =>
        applied.Any(directive => ReferenceEquals(directive.Definition, sought) || Uses(directive.Definition, sought));
}
