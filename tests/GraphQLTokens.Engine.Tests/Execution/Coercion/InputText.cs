using System.Globalization;
using GraphQLTokens.Engine.TypeSystem.Coercion;

namespace GraphQLTokens.Engine.Tests.Execution.Coercion;

internal static class InputText
{
    /// <summary>What was given, and nothing for what is absent: <c>x=1 names=[a,null]</c>.</summary>
    public static string Of(InputValues values) => string.Join(' ', values.Definitions
        .Where((_, index) => !ReferenceEquals(values[index], InputValues.Absent))
        .Select(definition => $"{definition.Name}={Of(values[definition.Name])}"));

    private static string Of(object? value) => value switch
    {
        null => "null",
        InputValues map => $"{{{Of(map)}}}",
        object?[] items => $"[{string.Join(',', items.Select(Of))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
