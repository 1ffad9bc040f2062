using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Where to look when something must not be deprecated: at <c>@deprecated</c>, and at the type that forbids it.</summary>
internal static class DeprecationNodes
{
    public static IEnumerable<SyntaxNode?> Of(ImmutableArray<AppliedDirective> directives, TypeNode? type) =>
        [directives.FirstOrDefault(directive => directive.Name == BuiltInDirectives.Deprecated)?.Node, type];
}
