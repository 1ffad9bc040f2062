using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A directive where the schema uses it, its arguments coerced and defaults filled in.</summary>
public sealed record AppliedDirective(DirectiveDefinition Definition, InputValues Arguments, DirectiveNode Node)
{
    public string Name => Definition.Name;
}
