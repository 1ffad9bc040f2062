using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.GraphQL.Scalars;

/// <summary><c>Duration</c>, in the form of <see cref="DurationText"/>.</summary>
internal sealed class DurationScalar : Scalar
{
    public override string Name => "Duration";

    public override Type ValueType => typeof(TimeSpan);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error) =>
        TryParse((literal as StringValueNode)?.Value, out value, out error);

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error) =>
        TryParse(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value, out error);

    public override object Serialize(object value) => value is TimeSpan duration
        ? DurationText.Format(duration)
        : throw new GraphQLException($"Duration cannot represent a {value.GetType().Name}.");

    private static bool TryParse(string? text, [NotNullWhen(true)] out object? value, out string? error)
    {
        var isDuration = DurationText.TryParse(text, out var duration);
        value = isDuration ? duration : null;
        error = isDuration ? null : "Duration must be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as P90D or PT15M.";
        return isDuration;
    }
}
