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

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<IdConverter>().HaveMaxLength(16);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TokensDbContext).Assembly);
}
