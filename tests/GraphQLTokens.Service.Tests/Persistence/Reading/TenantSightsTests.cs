using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Persistence.Reading;

public sealed class TenantSightsTests : IAsyncLifetime
{
    private TestService service = null!;
    private Guid root;

    [Fact]
    public async Task A_tenant_that_comes_or_goes_below_counts_as_soon_as_its_write_is_answered()
    {
        var (upper, lower) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(upper, root);
        Assert.Equal(TenantSightKind.Own, await KindOfAsync(upper));

        await AddAsync(lower, upper, root);
        Assert.Equal(TenantSightKind.Below, await KindOfAsync(upper));

        await service.Get<StoreWriter>().WriteAsync(async (scope, stop) =>
        {
            scope.Db.RemoveRange(await scope.Db.TenantAncestry.Where(row => row.DescendantId == lower && row.AncestorId != lower).ToListAsync(stop));
            return 0;
        }, default);
        Assert.Equal(TenantSightKind.Own, await KindOfAsync(upper));
    }

    [Fact]
    public async Task Key_records_know_of_a_disabled_tenant_as_soon_as_its_write_is_answered()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "of the root" });
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(value)).Code);

        await service.Get<StoreWriter>().WriteAsync(async (scope, stop) =>
        {
            (await scope.Db.Tenants.SingleAsync(tenant => tenant.Id == root, stop)).Enabled = false;
            return 0;
        }, default);

        Assert.Equal(VerificationCode.TenantDisabled, (await service.JudgeAsync(value)).Code);
    }

    [Fact]
    public async Task A_look_that_began_before_a_change_is_answered_and_not_kept()
    {
        var slow = new SlowReader();
        var sights = new TenantSights(slow);

        var early = sights.OfAsync(root, default);
        sights.ForgetAll();
        slow.Answer(TenantSightKind.Own);
        Assert.Equal(TenantSightKind.Own, (await early).Kind);

        var late = sights.OfAsync(root, default);
        slow.Answer(TenantSightKind.Below);
        Assert.Equal(TenantSightKind.Below, (await late).Kind);
        Assert.Equal(TenantSightKind.Below, (await sights.OfAsync(root, default)).Kind);
    }

    [Fact]
    public async Task Reach_goes_down_and_never_up_or_sideways()
    {
        var (upper, lower, beside) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(upper, root);
        await AddAsync(lower, upper, root);
        await AddAsync(beside, root);
        Guid[] all = [root, upper, lower, beside];

        var reached = new List<(Guid Viewer, Guid Tenant)>();
        // Twice: what was looked up, and what is remembered.
        foreach (var (viewer, tenant) in all.SelectMany(viewer => all, ValueTuple.Create).Concat(all.SelectMany(viewer => all, ValueTuple.Create)))
        {
            if (await service.Get<TenantSights>().ReachesAsync(viewer, tenant, default))
                reached.Add((viewer, tenant));
        }

        (Guid, Guid)[] expected = [(root, root), (root, upper), (root, lower), (root, beside), (upper, upper), (upper, lower), (lower, lower), (beside, beside)];
        Assert.Equal([.. expected, .. expected], reached);
    }

    [Fact]
    public async Task Reach_ends_and_begins_with_the_write_that_changes_it()
    {
        var (upper, lower, late) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(upper, root);
        await AddAsync(lower, upper, root);
        Assert.True(await service.Get<TenantSights>().ReachesAsync(upper, lower, default));
        Assert.False(await service.Get<TenantSights>().ReachesAsync(upper, late, default));

        await AddAsync(late, upper, root);
        Assert.True(await service.Get<TenantSights>().ReachesAsync(upper, late, default));

        await service.Get<StoreWriter>().WriteAsync(async (scope, stop) =>
        {
            scope.Db.Remove(await scope.Db.TenantAncestry.SingleAsync(row => row.AncestorId == upper && row.DescendantId == lower, stop));
            return 0;
        }, default);
        Assert.False(await service.Get<TenantSights>().ReachesAsync(upper, lower, default));
    }

    [Fact]
    public async Task A_look_below_that_began_before_a_change_is_not_kept()
    {
        var (upper, lower) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var slow = new SlowReader { IsBelow = true };
        var sights = new TenantSights(slow);

        var early = sights.ReachesAsync(upper, lower, default);
        sights.ForgetAll();
        slow.Answer(TenantSightKind.Below);
        Assert.True(await early);

        slow.IsBelow = false;
        var late = sights.ReachesAsync(upper, lower, default);
        slow.Answer(TenantSightKind.Below);
        Assert.False(await late);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = (await service.RootAsync()).TenantId;
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private async Task<TenantSightKind> KindOfAsync(Guid tenant) => (await service.Get<TenantSights>().OfAsync(tenant, default)).Kind;

    private Task<int> AddAsync(Guid id, params Guid[] above) => service.Get<StoreWriter>().WriteAsync((scope, _) =>
    {
        scope.Db.Add(new Tenant { Id = id, ParentId = above[0], Name = "t", CreatedAt = service.Clock.Now });
        scope.Db.Add(new TenantAncestry(id, id, 0));
        scope.Db.AddRange(above.Select((ancestor, i) => new TenantAncestry(ancestor, id, i + 1)));
        return Task.FromResult(0);
    }, default);

    /// <summary>Answers when it is told to.</summary>
    private sealed class SlowReader : ITenantReader
    {
        private TaskCompletionSource<TenantSight> answer = new();

        public bool IsBelow { get; set; }

        public void Answer(TenantSightKind kind)
        {
            var given = answer;
            answer = new();
            given.SetResult(new TenantSight(default, kind));
        }

        public ValueTask<TenantSight> FindSightAsync(Guid tenantId, CancellationToken cancellationToken) => new(answer.Task);

        public ValueTask<bool> IsBelowAsync(Guid aboveId, Guid belowId, CancellationToken cancellationToken) => new(IsBelow);

        public ValueTask<IReadOnlyDictionary<Guid, Tenant>> FindAsync(Guid viewerId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
