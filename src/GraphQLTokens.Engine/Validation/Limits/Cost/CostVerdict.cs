using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>What an operation costs in one request, and whether that is too much.</summary>
internal sealed class CostVerdict(CostSum cost, CostLimits limits, GraphQLError? refusal)
{
    private const string ExtensionName = "cost";

    public CostSum Cost { get; } = cost;

    public GraphQLError? Refusal { get; } = refusal;

    /// <summary>Whether a request asks to be told, by <c>"extensions": { "cost": true }</c>, and may be.</summary>
    public static bool IsAskedFor(JsonElement extensions, CostLimits limits) =>
        limits.ReportOnRequest && extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty(ExtensionName, out var asked) && asked.ValueKind == JsonValueKind.True;

    /// <summary>The response's `extensions`.</summary>
    public IReadOnlyDictionary<string, object?> Report() => new Dictionary<string, object?>
    {
        [ExtensionName] = new Dictionary<string, object?>
        {
            ["typeCost"] = LimitExceeded.Cap(Cost.Type),
            ["fieldCost"] = LimitExceeded.Cap(Cost.Field),
            ["maxTypeCost"] = limits.MaxTypeCost,
            ["maxFieldCost"] = limits.MaxFieldCost,
        },
    };
}
