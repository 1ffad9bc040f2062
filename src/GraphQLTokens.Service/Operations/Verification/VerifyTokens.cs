using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Domain.Limits;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Operations.Verification;

/// <summary>
/// Judges values on behalf of a service that received them: one, or many in their order. Nothing is written, but for the one use in a rotation's life that ends
/// the previous value, and for a key that was seen before nothing is read either. A value that belongs to a tenant out of the asker's sight is unknown to it, and leaves no trace.
/// </summary>
internal sealed class VerifyTokens(
    IValueJudge judge, TenantSights sights, TokenLimits limits, PermissionCatalog catalog, TimeProvider time)
{
    public const int MaxItems = 100;

    public static readonly IReadOnlyList<string> Needed = [PermissionNames.OrganizationAPITokenVerify];

    public async ValueTask<VerifyTokensOutcome> RunAsync(Caller caller, VerifyTokenInput input, CancellationToken cancellationToken)
    {
        if (!caller.Holds(PermissionNames.OrganizationAPITokenVerify))
            return new(VerifyTokensStatus.AccessDenied);
        if (input.FaultAt("input", catalog) is { } fault)
            return new(VerifyTokensStatus.InvalidInput) { Faults = [fault] };
        return new(VerifyTokensStatus.Done) { Results = [await JudgeAsync(caller, input, cancellationToken)] };
    }

    /// <summary>All of them or none: with a fault in one, none is judged or counted.</summary>
    public async ValueTask<VerifyTokensOutcome> RunAsync(Caller caller, IReadOnlyList<VerifyTokenInput> inputs, CancellationToken cancellationToken)
    {
        if (!caller.Holds(PermissionNames.OrganizationAPITokenVerify))
            return new(VerifyTokensStatus.AccessDenied);
        if (inputs.Count > MaxItems)
            return new(VerifyTokensStatus.InvalidInput) { Faults = [new InputFault("inputs", $"are {inputs.Count}; at most {MaxItems} are allowed")] };
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].FaultAt($"inputs[{i}]", catalog) is { } fault)
                return new(VerifyTokensStatus.InvalidInput) { Faults = [fault] };
        }
        var results = new TokenVerification[inputs.Count];
        for (var i = 0; i < inputs.Count; i++)
            results[i] = await JudgeAsync(caller, inputs[i], cancellationToken);
        return new(VerifyTokensStatus.Done) { Results = results };
    }

    private async ValueTask<TokenVerification> JudgeAsync(Caller caller, VerifyTokenInput input, CancellationToken cancellationToken)
    {
        input.TryReadAddress(out var address);
        var judged = await judge.JudgeAsync(input.Value, address, cancellationToken);
        if (judged.Record is not { } record)
            return new TokenVerification { Code = judged.Code };
        if (!await sights.ReachesAsync(caller.TenantId, record.TenantId, cancellationToken))
            return new TokenVerification { Code = VerificationCode.Unknown };

        var found = new TokenVerification { Code = judged.Code, Record = record, Permissions = judged.Permissions };
        if (judged.Code is not VerificationCode.Valid)
            return found;
        List<string>? missing = null;
        if (input.Require is { } condition && !condition.Holds(judged.Permissions, ref missing))
            return WithLimit(found with { Code = VerificationCode.MissingPermission, MissingPermissions = missing ?? [] }, limits.Count(record.TokenId, record.RateLimit, cost: 0));

        var cost = input.Cost ?? 1;
        var reading = limits.Count(record.TokenId, record.RateLimit, cost);
        if (reading is { IsAllowed: false })
            return WithLimit(found with { Code = VerificationCode.RateLimited }, reading);
        if (cost > 0)
            await judge.NoteUseAsync(judged, address, cancellationToken);
        return WithLimit(found, reading);
    }

    private TokenVerification WithLimit(TokenVerification found, MeterReading? reading) => reading is { } limit
        ? found with { Remaining = limit.Remaining, ResetsAt = Instant.Truncate(time.GetUtcNow() + limit.ResetsAfter) }
        : found;
}

internal enum VerifyTokensStatus
{
    Done,
    InvalidInput,

    /// <summary>OrganizationAPITokenVerify is missing.</summary>
    AccessDenied,
}

/// <summary>Results are there when the status is Done, in the order of the inputs; faults with InvalidInput.</summary>
internal sealed record VerifyTokensOutcome(VerifyTokensStatus Status)
{
    public IReadOnlyList<TokenVerification> Results { get; init; } = [];

    public IReadOnlyList<InputFault> Faults { get; init; } = [];
}
