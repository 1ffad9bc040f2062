namespace GraphQLTokens.Bench.Comparison;

/// <summary>A ratio to be measured: how a target stands to another one in the same run.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="To">The target that counts as 1.</param>
/// <param name="Required">The least ratio; null where none is asked for.</param>
/// <param name="Goal">The ratio aimed at; null where there is none.</param>
internal sealed record Ratio(string Name, Target Of, Target To, double? Required = null, double? Goal = null);
