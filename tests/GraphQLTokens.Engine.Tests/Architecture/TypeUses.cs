namespace GraphQLTokens.Engine.Tests.Architecture;

public static class TypeUses
{
    /// <summary>Uses of anything under these namespaces by types that are not permitted to.</summary>
    public static IReadOnlyList<string> NamedOutside(this IEnumerable<TypeUse> uses, Func<TypeUse, bool> permitted, params string[] namespaces) =>
    [
        .. from use in uses
           where namespaces.Any(name => use.UsedNamespace == name || use.UsedNamespace.StartsWith(name + ".", StringComparison.Ordinal))
           where !permitted(use)
           select use.ToString(),
    ];
}
