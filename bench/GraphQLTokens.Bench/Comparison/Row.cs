namespace GraphQLTokens.Bench.Comparison;

/// <summary>A line of the report: how a target stands to another one in the same run.</summary>
/// <param name="To">The target that counts as 1.</param>
/// <param name="Required">The least ratio; null where none is asked for.</param>
/// <param name="Goal">The ratio aimed at; null where there is none.</param>
internal sealed record Row(string Name, Measurement Of, Measurement To, double? Required, double? Goal)
{
    /// <summary>Work done for the same CPU time: a server at the speed of the other has 1, one that takes twice the time has 0.5.</summary>
    public double CpuRatio => To.CpuPerRequest / Of.CpuPerRequest;

    public double RateRatio => Of.RequestsPerSecond / To.RequestsPerSecond;
}
