using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>A kind of caller: how one is made, and what every door must say to it.</summary>
/// <param name="MakeAsync">A fresh one, for one call of the operation.</param>
/// <param name="Expect">The verdict on the operation.</param>
internal sealed record AccessCaller(string Name, Func<AccessWorld, AccessOperation, Task<ServiceCaller>> MakeAsync, Func<AccessOperation, AccessVerdict> Expect)
{
    private const string Outside = "127.0.0.77";

    public static readonly IReadOnlyList<AccessCaller> All =
    [
        new("no key", (world, _) => Task.FromResult(world.Service.Caller(null)), Always("UNAUTHENTICATED")),
        new("a malformed key", (world, _) => Task.FromResult(world.Service.Caller("gqt_nonsense")), Always("UNAUTHENTICATED")),
        new("an unknown key", (world, _) => Task.FromResult(world.Service.Caller(AccessWorld.UnknownValue())), Always("UNAUTHENTICATED")),
        new("a key that was rotated away", Changed((world, id) => world.RotateAsync(id)), Always("UNAUTHENTICATED")),
        new("the previous value, its overlap over", Changed((world, id) => world.OverlapAsync(id, isOver: true)), Always("UNAUTHENTICATED")),
        new("the previous value, in its overlap", Changed((world, id) => world.OverlapAsync(id, isOver: false)), Good),
        new("a deleted token", Changed((world, id) => world.DeleteAsync(id)), Always("TOKEN_REVOKED")),
        new("a disabled token", Changed((world, id) => world.UpdateAsync(id, "active: false")), Always("TOKEN_INACTIVE")),
        new("an expired token", Changed((world, id) => world.ExpireAsync(id)), Always("TOKEN_EXPIRED")),
        new("a token that is not yet valid", Changed((world, id) => world.UpdateAsync(id, "notBefore: \"2099-01-01T00:00:00Z\"")), Always("TOKEN_NOT_YET_VALID")),
        new("from outside of its addresses", Changed((world, id) => world.UpdateAsync(id, $"allowedCIDRBlocks: [\"{Outside}\"]")), Always("ADDRESS_NOT_ALLOWED")),
        new("from a denied address", Changed((world, id) => world.UpdateAsync(id, "deniedCIDRBlocks: [\"127.0.0.0/8\"]")), Always("ADDRESS_NOT_ALLOWED")),
        new("without the permission", async (world, operation) => (await world.TokenAsync(AccessWorld.AllBut(operation.Needs))).Caller, operation => operation.Needs.Length == 0 ? Good(operation) : AccessVerdict.Missing(operation.Needs)),
        new("with the permission", async (world, operation) => (await world.TokenAsync(operation.Holds)).Caller, Good),
        new("an administrator", (world, _) => world.AdministratorAsync(), _ => AccessVerdict.Allowed),

        // By an access token: as its token in all, but that it never rotates it.
        new("by an access token", async (world, operation) => await AccessWorld.NarrowAsync((await world.TokenAsync(operation.Holds)).Caller), ByAccessToken),
        new("by a narrowed access token", async (world, operation) => await AccessWorld.NarrowAsync((await world.TokenAsync(AccessWorld.AllBut([]))).Caller, operation.Holds), ByAccessToken),
        new("by an access token that was narrowed too far", async (world, operation) => await AccessWorld.NarrowAsync((await world.TokenAsync(AccessWorld.AllBut([]))).Caller, AccessWorld.AllBut(operation.Needs)),
            operation => operation.Needs.Length == 0 ? ByAccessToken(operation) : AccessVerdict.Missing(operation.Needs)),
        new("by an access token of a token that was rotated", NarrowedThenChanged((world, id) => world.RotateAsync(id)), Always("UNAUTHENTICATED")),
        new("by an access token of a deleted token", NarrowedThenChanged((world, id) => world.DeleteAsync(id)), Always("TOKEN_REVOKED")),
        new("by an access token of a disabled token", NarrowedThenChanged((world, id) => world.UpdateAsync(id, "active: false")), Always("TOKEN_INACTIVE")),
        new("by an access token of a token that was narrowed", NarrowedThenChanged((world, id) => world.UpdateAsync(id, "permissions: []"), ["AlertRead"]), Always("TOKEN_REVOKED")),
        new("by an access token of an expired token", NarrowedThenChanged((world, id) => world.ExpireAsync(id)), Always("TOKEN_EXPIRED")),
        new("by an access token, outside", NarrowedThenChanged((world, id) => world.UpdateAsync(id, $"allowedCIDRBlocks: [\"{Outside}\"]")), Always("ADDRESS_NOT_ALLOWED")),
        new("over its limit", Changed(async (world, id) => await (await world.UpdateAsync(id, "rateLimit: { limit: 1, window: \"P1D\" }")).UseAsync(id)), Always("RATE_LIMIT_EXCEEDED")),

        // Several reasons at once: the first in the order of precedence is told.
        new("rotated away, then deleted", Changed(async (world, id) => await (await world.RotateAsync(id)).DeleteAsync(id)), Always("UNAUTHENTICATED")),
        new("deleted, disabled and outside", Changed(async (world, id) => await (await world.UpdateAsync(id, $"active: false, allowedCIDRBlocks: [\"{Outside}\"]")).DeleteAsync(id)), Always("TOKEN_REVOKED")),
        new("disabled, expired and outside", Changed(async (world, id) => await (await world.UpdateAsync(id, $"active: false, allowedCIDRBlocks: [\"{Outside}\"]")).ExpireAsync(id)), Always("TOKEN_INACTIVE")),
        new("expired and outside", Changed(async (world, id) => await (await world.UpdateAsync(id, $"allowedCIDRBlocks: [\"{Outside}\"]")).ExpireAsync(id)), Always("TOKEN_EXPIRED")),
        new("outside and without the permission", async (world, operation) =>
        {
            var (id, caller) = await world.TokenAsync(AccessWorld.AllBut(operation.Needs));
            await world.UpdateAsync(id, $"allowedCIDRBlocks: [\"{Outside}\"]");
            return caller;
        }, Always("ADDRESS_NOT_ALLOWED")),
    ];

    public override string ToString() => Name;

    private static Func<AccessOperation, AccessVerdict> Always(string code) => _ => new(code);

    /// <summary>Allowed, where the permission is all that it takes.</summary>
    private static AccessVerdict Good(AccessOperation operation) => operation.NeedsRole ? AccessVerdict.Missing([]) : AccessVerdict.Allowed;

    private static AccessVerdict ByAccessToken(AccessOperation operation) => operation.Name == "rotate oneself" ? AccessVerdict.Missing([]) : Good(operation);

    /// <summary>Somebody with the right, by an access token, whose token then changes.</summary>
    private static Func<AccessWorld, AccessOperation, Task<ServiceCaller>> NarrowedThenChanged(Func<AccessWorld, string, Task> change, params string[] besides) => async (world, operation) =>
    {
        var (id, caller) = await world.TokenAsync([.. operation.Holds, .. besides]);
        var narrowed = await AccessWorld.NarrowAsync(caller);
        await change(world, id);
        return narrowed;
    };

    /// <summary>Somebody with the right, whose token then changes.</summary>
    private static Func<AccessWorld, AccessOperation, Task<ServiceCaller>> Changed(Func<AccessWorld, string, Task> change) => async (world, operation) =>
    {
        var (id, caller) = await world.TokenAsync(operation.Holds);
        await change(world, id);
        return caller;
    };
}
