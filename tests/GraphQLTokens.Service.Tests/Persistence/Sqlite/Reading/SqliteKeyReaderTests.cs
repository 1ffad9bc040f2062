using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Keys;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Persistence.Sqlite.Reading;

public sealed class SqliteKeyReaderTests
{
    [Fact]
    public async Task Reads_what_the_mapping_reads()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();
        var (token, _) = await service.CreateAsync(new CreateTokenInput
        {
            Name = "Ünïcode 🦊",
            Permissions = ["RuleRead", "AlertRead"],
            AllowedCIDRBlocks = ["10.0.0.0/8", "2001:db8::/32"],
            DeniedCIDRBlocks = ["10.1.0.0/16"],
            NotBefore = service.Clock.Now.AddDays(1),
            Expiry = new ExpiryInput { After = TimeSpan.FromDays(9) },
            RateLimit = new RateLimitInput(7, TimeSpan.FromMinutes(3)),
            Metadata = """{ "plan": "gold" }""",
        });
        await service.Get<RotateToken>().RunAsync(root, new RotateTokenInput(token.Id.ToString()), default);
        await service.Get<RotateToken>().RunAsync(root, new RotateTokenInput(token.Id.ToString(), TimeSpan.FromHours(1), RetireOnFirstUse: true), default);
        await service.Get<StoreWriter>().WriteAsync((scope, _) =>
        {
            foreach (var id in new[] { token.Id, token.Id, root.TokenId })
                scope.Db.Add(new RevokedAccessToken { TokenId = id, Id = Guid.CreateVersion7(), EndsAt = service.Clock.Now });
            return Task.FromResult(0);
        }, default);

        foreach (var id in new[] { token.Id, root.TokenId })
            AssertSame(await ByMappingAsync(service, id), await service.Get<IKeyRecordReader>().ReadAsync(id, default));
    }

    [Fact]
    public async Task Cuts_a_users_token_by_the_users_role_and_knows_who_is_disabled()
    {
        await using var service = await TestService.StartAsync();
        var (token, _) = await service.CreateAsync(new CreateTokenInput { Name = "model", Permissions = ["AlertRead", "UserModify"] });
        var id = await AddUserTokenAsync(service, token);

        var record = await service.Get<IKeyRecordReader>().ReadAsync(id, default);

        AssertSame(await ByMappingAsync(service, id), record);
        Assert.Equal(["AlertRead"], record!.Permissions.Listed.AsEnumerable());
        Assert.False(record.OwnerEnabled);
        Assert.False(record.TenantEnabled);
    }

    [Fact]
    public async Task Answers_null_for_an_unknown_id()
    {
        await using var service = await TestService.StartAsync();

        Assert.Null(await service.Get<IKeyRecordReader>().ReadAsync(Guid.CreateVersion7(), default));
    }

    /// <summary>A disabled analyst, below a disabled tenant that lies between the root and theirs, with a token.</summary>
    private static Task<Guid> AddUserTokenAsync(TestService service, ApiToken model) => service.Get<StoreWriter>().WriteAsync(async (scope, stop) =>
    {
        var now = service.Clock.Now;
        var middle = new Tenant { Id = Guid.CreateVersion7(), ParentId = model.TenantId, Name = "middle", Enabled = false, CreatedAt = now };
        var low = new Tenant { Id = Guid.CreateVersion7(), ParentId = middle.Id, Name = "low", CreatedAt = now };
        var analyst = await scope.Db.Roles.SingleAsync(role => role.Key == "Analyst", stop);
        var user = new User { Id = Guid.CreateVersion7(), TenantId = low.Id, RoleId = analyst.Id, Email = "a@example.com", Enabled = false, CreatedAt = now };
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(),
            TenantId = low.Id,
            OwnerUserId = user.Id,
            Name = "theirs",
            Permissions = model.Permissions,
            Addresses = CidrRules.Open,
            ValueStart = "gqt_x",
            ValueSetAt = now,
            CreatedAt = now,
            CreatedBy = new Actor(ActorKind.User, user.Id),
            UpdatedBy = new Actor(ActorKind.User, user.Id),
        };
        token.SetFirstValue(TokenValue.Create("gqt", token.Id), service.Get<TokenHasher>());
        scope.Db.AddRange(middle, low, user, token);
        scope.Db.AddRange(
            new TenantAncestry(low.Id, low.Id, 0), new TenantAncestry(middle.Id, low.Id, 1), new TenantAncestry(model.TenantId, low.Id, 2),
            new TenantAncestry(middle.Id, middle.Id, 0), new TenantAncestry(model.TenantId, middle.Id, 1));
        return token.Id;
    }, default);

    private static async Task<KeyRecord> ByMappingAsync(TestService service, Guid id)
    {
        await using var db = await service.OpenAsync();
        var token = await db.Tokens.AsNoTracking().Include(one => one.Values).SingleAsync(one => one.Id == id);
        var role = await db.Roles.AsNoTracking().SingleOrDefaultAsync(one => one.Id == token.RoleId);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == token.OwnerUserId);
        var effective = await service.Get<FindEffectivePermissions>().RunAsync([token], default);
        var above = await db.TenantAncestry.Where(row => row.DescendantId == token.TenantId).Select(row => row.AncestorId).ToListAsync();
        return new KeyRecord
        {
            TokenId = token.Id,
            TenantId = token.TenantId,
            OwnerUserId = token.OwnerUserId,
            Name = token.Name,
            RoleKey = role?.Key,
            Permissions = effective[token.Id],
            Addresses = token.Addresses,
            Deleted = token.DeletedAt is not null,
            Active = token.Active,
            OwnerEnabled = user?.Enabled ?? true,
            TenantEnabled = !await db.Tenants.AnyAsync(tenant => above.Contains(tenant.Id) && !tenant.Enabled),
            NotBefore = token.NotBefore,
            EndsAt = token.EndsAt,
            RateLimit = token.RateLimit,
            Metadata = token.Metadata,
            RightsVersion = token.RightsVersion,
            RevokedAccessTokens = [.. await db.RevokedAccessTokens.Where(revoked => revoked.TokenId == id).Select(revoked => revoked.Id).ToListAsync()],
            Values = [.. token.Values.OrderByDescending(value => value.Generation)
                .Select(value => new KeyValue(value.Generation, new TokenHash(value.Hash, value.PepperVersion), value.RetiresAt, value.RetiresOnFirstUse))],
        };
    }

    private static void AssertSame(KeyRecord expected, KeyRecord? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected with { Values = [], RevokedAccessTokens = [] }, actual with { Values = [], RevokedAccessTokens = [] });
        Assert.Equal(expected.RevokedAccessTokens.Order(), actual.RevokedAccessTokens.Order());
        Assert.Equal(
            expected.Values.Select(value => (value.Generation, Convert.ToHexString(value.Hash.Bytes), value.Hash.PepperVersion, value.RetiresAt, value.RetiresOnFirstUse)),
            actual.Values.Select(value => (value.Generation, Convert.ToHexString(value.Hash.Bytes), value.Hash.PepperVersion, value.RetiresAt, value.RetiresOnFirstUse)));
    }
}
