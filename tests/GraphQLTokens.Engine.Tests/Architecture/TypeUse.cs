namespace GraphQLTokens.Engine.Tests.Architecture;

/// <summary>One type names another somewhere: in a signature, an attribute, or inside a method's body.</summary>
/// <param name="User">The outermost type that names, by full name: what a lambda or a local function names is its type's doing.</param>
/// <param name="UserNamespace">The namespace of <paramref name="User"/>.</param>
/// <param name="Used">The outermost named type, by full name.</param>
/// <param name="UsedNamespace">The namespace of <paramref name="Used"/>.</param>
/// <param name="UsedAssembly">The simple name of the assembly in which <paramref name="Used"/> lives.</param>
public sealed record TypeUse(string User, string UserNamespace, string Used, string UsedNamespace, string UsedAssembly)
{
    public override string ToString() => $"{User} names {Used}";
}
