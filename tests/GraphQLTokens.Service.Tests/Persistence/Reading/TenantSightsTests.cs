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

        public void Answer(TenantSightKind kind)
        {
            var given = answer;
            answer = new();
            given.SetResult(new TenantSight(default, kind));
        }

        public ValueTask<TenantSight> FindSightAsync(Guid tenantId, CancellationToken cancellationToken) => new(answer.Task);

        public ValueTask<IReadOnlyDictionary<Guid, Tenant>> FindAsync(Guid viewerId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
