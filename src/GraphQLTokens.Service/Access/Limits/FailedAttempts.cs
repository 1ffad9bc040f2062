using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Domain.Limits;
using GraphQLTokens.Service.Operations.Limits;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Access.Limits;

/// <summary>
/// Counts bad credentials by the address that they come from, whichever door they knock at. It is asked only after one has been found bad, so it never
/// stands in the way of a good one, however many bad ones its neighbours send.
/// </summary>
internal sealed class FailedAttempts(IOptions<RateLimitSettings> settings, TimeProvider time)
{
    private readonly RateLimit? limit = settings.Value.FailedAttempts == 0 ? null : new(settings.Value.FailedAttempts, settings.Value.FailedAttemptsWindow);
    private readonly RateMeters meters = new(settings.Value.TrackedAddresses, time);

    /// <summary>The reading when this attempt is one too many; null when it may be told what is wrong with it.</summary>
    public MeterReading? Count(IPAddress? address) =>
        limit is not null && meters.Count(MeterKey.Of(address), limit) is { IsAllowed: false } reading ? reading : null;
}
