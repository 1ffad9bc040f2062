namespace GraphQLTokens.Bench.Comparison;

/// <summary>A line of the report: a <see cref="Ratio"/> as it was measured.</summary>
internal sealed record Row(string Name, Measurement Of, Measurement To, double? Required, double? Goal)
{
    /// <summary>Work done for the same CPU time: a server at the speed of the other has 1, one that takes twice the time has 0.5.</summary>
    public double CpuRatio => To.CpuPerRequest / Of.CpuPerRequest;

    public double RateRatio => Of.RequestsPerSecond / To.RequestsPerSecond;
}
