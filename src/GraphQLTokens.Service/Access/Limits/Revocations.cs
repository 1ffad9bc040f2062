using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Domain.Limits;
using GraphQLTokens.Service.Operations.Limits;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Access.Limits;

/// <summary>Counts the values that an address reports as leaked: who reports needs no key, so there is nothing else to count by.</summary>
internal sealed class Revocations(IOptions<RateLimitSettings> settings, TimeProvider time)
{
    private readonly RateLimit limit = new(settings.Value.Revocations, settings.Value.RevocationsWindow);
    private readonly RateMeters meters = new(settings.Value.TrackedAddresses, time);

    /// <summary>Null: it may.</summary>
    public Denial? Count(IPAddress? address) => meters.Count(MeterKey.Of(address), limit) is { IsAllowed: false } refused ? Denial.AddressRateLimited(refused) : null;
}
