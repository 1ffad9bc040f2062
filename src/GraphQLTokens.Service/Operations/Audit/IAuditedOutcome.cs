namespace GraphQLTokens.Service.Operations.Audit;

/// <summary>An outcome that the audit log tells of.</summary>
internal interface IAuditedOutcome
{
    /// <summary>Why nothing was done; empty when it was.</summary>
    IReadOnlyList<string> Refusals { get; }
}
