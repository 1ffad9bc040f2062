using GraphQLTokens.Service.Tests.OAuth;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>The forms of OAuth, where a client says who it is by its id and its value as the secret, and the exchange, where the form holds the caller's credential.</summary>
internal static class ClientDoors
{
    public static readonly IReadOnlyList<AccessDoor> All =
    [
        new("form, client secret", call => HasClient(call) ? RestDoors.SendAsync(Nobody(call), RestDoors.Form(call, ("client_id", call.ClientId), ("client_secret", call.Caller.Key!))) : null),
        new("form, Basic", call => HasClient(call) ? BasicAsync(call) : null),
        new("exchange", call => call.Operation.Form is { Takes: FormCaller.Subject } && call.Caller.Key is { } key ? RestDoors.SendAsync(Nobody(call), RestDoors.Form(call, ("subject_token", key))) : null),
    ];

    /// <summary>An access token is no secret of a client.</summary>
    private static bool HasClient(AccessCall call) => call.Operation.Form is { Takes: FormCaller.Client or FormCaller.HeaderOrClient } && call is { Caller.Key: not null, IsByAccessToken: false };

    private static AccessCall Nobody(AccessCall call) => call with { Caller = call.Caller.With(null) };

    private static async Task<AccessVerdict> BasicAsync(AccessCall call) => AccessVerdict.Of(await Nobody(call).Caller.BasicAsync(call.ClientId, call.Caller.Key!, RestDoors.Form(call)));
}
