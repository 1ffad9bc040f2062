using System.Collections.Concurrent;

namespace GraphQLTokens.Service.Persistence.Reading;

/// <summary>
/// What each tenant has in sight, remembered: every list and every token read asks. All of it is forgotten after each commit that changed tenants
/// (<see cref="Writing.StoreWriter"/>), before that change is answered. A read that began before then lands in the memory that was thrown away.
/// </summary>
internal sealed class TenantSights(ITenantReader tenants)
{
    /// <summary>Some 60 bytes each; beyond, all are looked up anew.</summary>
    private const int MaxKnown = 100_000;

    private ConcurrentDictionary<Guid, TenantSight> known = new();

    public ValueTask<TenantSight> OfAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var memory = Volatile.Read(ref known);
        return memory.TryGetValue(tenantId, out var sight) ? ValueTask.FromResult(sight) : LookAsync(memory, tenantId, cancellationToken);
    }

    public void ForgetAll() => Volatile.Write(ref known, new());

    private async ValueTask<TenantSight> LookAsync(ConcurrentDictionary<Guid, TenantSight> memory, Guid tenantId, CancellationToken cancellationToken)
    {
        var sight = await tenants.FindSightAsync(tenantId, cancellationToken);
        memory[tenantId] = sight;
        if (memory.Count > MaxKnown)
            ForgetAll();
        return sight;
    }
}
