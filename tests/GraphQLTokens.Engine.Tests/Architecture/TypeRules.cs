using System.Reflection;
using System.Runtime.CompilerServices;

namespace GraphQLTokens.Engine.Tests.Architecture;

/// <summary>What every type of the product keeps to: sealed unless something in its assembly derives from it, and a name that says what it is.</summary>
public static class TypeRules
{
    private static readonly string[] EmptySuffixes = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Base"];

    public static IReadOnlyList<string> Breaches(Assembly assembly) => Breaches(assembly.GetTypes());

    public static IReadOnlyList<string> Breaches(IReadOnlyCollection<Type> types)
    {
        var derivedFrom = types.Select(type => type.BaseType).OfType<Type>().Select(Definition).ToHashSet();
        var own = types.Where(type => !IsGenerated(type)).ToList();
        var open = own.Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false } && !derivedFrom.Contains(type)).Select(type => $"{type} is not sealed");
        var vague = own.Where(type => EmptySuffixes.Any(suffix => Plain(type).EndsWith(suffix, StringComparison.Ordinal))).Select(type => $"{type} has a name that says nothing");
        return [.. open, .. vague];
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static string Plain(Type type) => type.Name.Split('`')[0];

    private static bool IsGenerated(Type? type) => type is not null
        && (type.Name.Contains('<', StringComparison.Ordinal)
            || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
            // Migrations and the program's entry are shaped by their tools.
            || (type.Namespace ?? "").EndsWith(".Migrations", StringComparison.Ordinal)
            || type is { Name: "Program", Namespace: null }
            || IsGenerated(type.DeclaringType));
}
