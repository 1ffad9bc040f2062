using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Writing;

namespace GraphQLTokens.Service.Tests.Persistence.Reading;

/// <summary>Tokens of every shape that a row can have, in a small tree of tenants: the root; left, with one below it; and right.</summary>
internal sealed class RandomTokens(Random random, Guid rootTenant, DateTimeOffset now)
{
    private static readonly string[] Permissions = ["AlertRead", "RuleRead", "RuleModify", "UserRead"];
    private static readonly string[] Blocks = ["10.0.0.0/8", "192.0.2.0/24", "2001:db8::/32"];
    private readonly User user = new() { Id = Guid.CreateVersion7(), TenantId = rootTenant, RoleId = Guid.CreateVersion7(), Email = "u@example.com", CreatedAt = now };

    public Guid Left { get; } = Guid.CreateVersion7();

    public Guid BelowLeft { get; } = Guid.CreateVersion7();

    public Guid Right { get; } = Guid.CreateVersion7();

    public Guid UserId => user.Id;

    public Guid RoleId => user.RoleId;

    public Task<List<ApiToken>> AddAsync(StoreWriter writer, int count) => writer.WriteAsync(
        (scope, _) =>
        {
            foreach (var (id, above) in new[] { (Left, new[] { rootTenant }), (BelowLeft, [Left, rootTenant]), (Right, [rootTenant]) })
            {
                scope.Db.Add(new Tenant { Id = id, ParentId = above[0], Name = $"Tenant {id}", Enabled = Half(), CreatedAt = Near() });
                scope.Db.Add(new TenantAncestry(id, id, 0));
                scope.Db.AddRange(above.Select((ancestor, i) => new TenantAncestry(ancestor, id, i + 1)));
            }
            scope.Db.Add(new Role { Id = RoleId, TenantId = rootTenant, Name = "role", Permissions = PermissionSet.Of("AlertRead"), CreatedAt = now, UpdatedAt = now });
            scope.Db.Add(user);
            var tokens = Enumerable.Range(0, count).Select(_ => Token()).ToList();
            scope.Db.AddRange(tokens);
            return Task.FromResult(tokens);
        },
        default);

    private ApiToken Token() => new()
    {
        Id = Guid.CreateVersion7(Near()),
        TenantId = Any([rootTenant, Left, BelowLeft, Right]),
        OwnerUserId = Half() ? UserId : null,
        RoleId = Half() ? RoleId : null,
        Name = Any(["token", "TOKEN", "straße 🦊", "100%_", ""]) + random.Next(20),
        Description = Half() ? Any(["", "words", "Ünïcode"]) : null,
        Permissions = random.Next(4) == 0 ? PermissionSet.Everything : PermissionSet.Of(Some(Permissions)),
        Addresses = new CidrRules(Some(Blocks).Select(CidrBlock.Parse), Some(Blocks).Select(CidrBlock.Parse)),
        Active = Half(),
        NotBefore = Half() ? Near() : null,
        EndsAt = Half() ? Near() : Instant.Never,
        Metadata = Half() ? """{"team":"ä"}""" : null,
        ValueStart = "gqt_" + random.Next(),
        ValueSetAt = Near(),
        CreatedAt = Near(),
        CreatedBy = Actor(),
        UpdatedAt = Half() ? Near() : null,
        UpdatedBy = Half() ? Actor() : null,
        RotatedAt = Half() ? Near() : null,
        RotatedBy = Half() ? Actor() : null,
        PreviousEndsAt = Half() ? Near() : null,
        DeletedAt = random.Next(8) == 0 ? now : null,
        UsedAt = Half() ? Near() : Instant.NotYet,
        LastUsedFrom = Half() ? "2001:db8::1" : null,
        UsedGeneration = random.Next(3),
        RightsVersion = random.Next(1, 9),
        RateLimit = Half() ? new RateLimit(random.Next(1, 1_000_000), TimeSpan.FromSeconds(random.Next(1, 2_678_400))) : null,
    };

    /// <summary>Within two hundred days, and often the same: equal keys must not confuse an order.</summary>
    public DateTimeOffset Near() => now.AddDays(random.Next(-100, 101));

    public T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public bool Half() => random.Next(2) == 0;

    private List<string> Some(string[] choices) => choices.Where(_ => Half()).ToList();

    private Actor Actor() => new(Any(Enum.GetValues<ActorKind>()), Guid.CreateVersion7());
}
