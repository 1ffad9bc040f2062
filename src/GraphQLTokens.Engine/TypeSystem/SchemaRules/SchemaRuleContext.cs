using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Building;
using GraphQLTokens.Engine.TypeSystem.Introspection;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>What the rules on types look at. What a type cannot hold (an interface that is none, a member named twice) they read from its nodes.</summary>
internal sealed record SchemaRuleContext(Schema Schema, RootTypes Roots, SchemaBuilderOptions Options, SchemaFaults Faults)
{
    /// <summary>The types that the text defines, in its order.</summary>
    public IEnumerable<NamedType> OwnTypes => Schema.Types.Where(type => !type.IsBuiltIn);

    /// <summary>The directives that the text defines, in its order.</summary>
    public IEnumerable<DirectiveDefinition> OwnDirectives => Schema.DirectiveDefinitions.Where(directive => !Enumerable.Contains(BuiltInParts.Instance.Directives, directive));

    public void Report(string message, params IEnumerable<SyntaxNode?> nodes) => Faults.Report(message, nodes);

    /// <summary>Every argument and input field, with how people point at it: <c>Query.token(id:)</c>, <c>@cost(weight:)</c>, <c>TokenInput.name</c>.</summary>
    public IEnumerable<(InputValueDefinition Definition, string Coordinate)> InputValues()
    {
        foreach (var directive in OwnDirectives)
        {
            foreach (var argument in directive.Arguments)
                yield return (argument, $"@{directive.Name}({argument.Name}:)");
        }

        foreach (var field in OwnTypes.OfType<IFieldsType>().SelectMany(type => type.Fields))
        {
            foreach (var argument in field.Arguments)
                yield return (argument, $"{field}({argument.Name}:)");
        }

        foreach (var type in OwnTypes.OfType<InputObjectType>())
        {
            foreach (var field in type.Fields)
                yield return (field, $"{type}.{field.Name}");
        }
    }
}
