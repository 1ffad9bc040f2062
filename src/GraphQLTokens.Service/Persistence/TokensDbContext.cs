using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence;

/// <summary>The tables. Read through the pooled factory; written through <see cref="StoreWriter"/> alone.</summary>
internal sealed class TokensDbContext(DbContextOptions<TokensDbContext> options) : DbContext(options)
{
    public DbSet<ApiToken> Tokens => Set<ApiToken>();

    public DbSet<StoredValue> Values => Set<StoredValue>();

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<TenantAncestry> TenantAncestry => Set<TenantAncestry>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<User> Users => Set<User>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<RevokedAccessToken> RevokedAccessTokens => Set<RevokedAccessToken>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<RememberedCall> RememberedCalls => Set<RememberedCall>();

    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>
    /// Whether tenants, or which of them lies below which, were added, changed or removed through this context. Noticed here rather than said by whoever
    /// changes them, so that no such change can forget to.
    /// </summary>
    public bool HasSavedTenants { get; private set; }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        HasSavedTenants |= ChangeTracker.Entries().Any(entry => entry is { Entity: Tenant or Domain.TenantAncestry, State: not EntityState.Unchanged });
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<IdConverter>().HaveMaxLength(16);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TokensDbContext).Assembly);
}
