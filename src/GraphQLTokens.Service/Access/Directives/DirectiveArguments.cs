using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>Reads the arguments of directives in the schema.</summary>
internal static class DirectiveArguments
{
    /// <summary>A list of names; empty where the argument is absent or null.</summary>
    public static string[] Names(AppliedDirective directive, string argument) =>
        directive.Arguments[argument] is object?[] names ? [.. names.Cast<string>()] : [];
}
