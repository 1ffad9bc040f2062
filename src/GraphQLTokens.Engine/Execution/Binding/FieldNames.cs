using System.Reflection;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>How methods and fields find each other: by name, without case, an "Async" at the end apart.</summary>
internal static class FieldNames
{
    private const string AsyncSuffix = "Async";

    public static IEqualityComparer<(string Type, string Field)> Comparer { get; } = EqualityComparer<(string Type, string Field)>.Create(
        (left, right) => left.Type == right.Type && string.Equals(left.Field, right.Field, StringComparison.OrdinalIgnoreCase),
        key => HashCode.Combine(key.Type, StringComparer.OrdinalIgnoreCase.GetHashCode(key.Field)));

    public static string Of(MethodInfo method) =>
        method.Name.EndsWith(AsyncSuffix, StringComparison.Ordinal) ? method.Name[..^AsyncSuffix.Length] : method.Name;
}
