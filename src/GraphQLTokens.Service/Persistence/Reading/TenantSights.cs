using System.Collections.Concurrent;

namespace GraphQLTokens.Service.Persistence.Reading;

/// <summary>
/// What each tenant has in sight, remembered: every list, every token read and every verification asks. All of it is forgotten after each commit that
/// changed tenants (<see cref="Writing.StoreWriter"/>), before that change is answered. A read that began before then lands in the memory that was thrown away.
/// </summary>
internal sealed class TenantSights(ITenantReader tenants)
{
    private Memory memory = new();

    public ValueTask<TenantSight> OfAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var memory = Volatile.Read(ref this.memory);
        return memory.Sights.TryGetValue(tenantId, out var sight) ? ValueTask.FromResult(sight) : LookAsync(memory, tenantId, cancellationToken);
    }

    /// <summary>Whether what belongs to the one tenant is in the other's sight.</summary>
    /// <param name="tenantId">One that is there: of a token, or of a change, that was read from the store.</param>
    public async ValueTask<bool> ReachesAsync(Guid viewerId, Guid tenantId, CancellationToken cancellationToken)
    {
        if (viewerId == tenantId)
            return true;
        // Taken before the sight is asked for, as it must not outlive what it rests on.
        var memory = Volatile.Read(ref this.memory);
        return (await OfAsync(viewerId, cancellationToken)).Kind switch
        {
            TenantSightKind.Everything => true,
            TenantSightKind.Below => memory.Below.ContainsKey((viewerId, tenantId)) || await LookBelowAsync(memory, viewerId, tenantId, cancellationToken),
            TenantSightKind.Own => false,
        };
    }

    public void ForgetAll() => Volatile.Write(ref memory, new());

    private async ValueTask<TenantSight> LookAsync(Memory memory, Guid tenantId, CancellationToken cancellationToken)
    {
        var sight = await tenants.FindSightAsync(tenantId, cancellationToken);
        memory.Sights[tenantId] = sight;
        Bound(memory);
        return sight;
    }

    // What is not below is not kept: whoever presents values of other tenants would fill the memory.
    private async ValueTask<bool> LookBelowAsync(Memory memory, Guid viewerId, Guid tenantId, CancellationToken cancellationToken)
    {
        if (!await tenants.IsBelowAsync(viewerId, tenantId, cancellationToken))
            return false;
        memory.Below[(viewerId, tenantId)] = default;
        Bound(memory);
        return true;
    }

    private void Bound(Memory memory)
    {
        if (memory.IsFull)
            ForgetAll();
    }

    private sealed class Memory
    {
        /// <summary>Some 60 to 80 bytes each; beyond, all are looked up anew.</summary>
        private const int MaxKnown = 100_000;

        public ConcurrentDictionary<Guid, TenantSight> Sights { get; } = new();

        /// <summary>Pairs of a viewer and a tenant below it.</summary>
        public ConcurrentDictionary<(Guid ViewerId, Guid TenantId), ValueTuple> Below { get; } = new();

        public bool IsFull => Sights.Count > MaxKnown || Below.Count > MaxKnown;
    }
}
