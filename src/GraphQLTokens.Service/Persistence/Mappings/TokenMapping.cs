using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphQLTokens.Service.Persistence.Mappings;

/// <summary>
/// Permissions and blocks are text in the token's own row (forms on their types): a list page and a first-sight read take one row,
/// and a search for a permission is a search of that column, alike on every store.
/// Each order that lists offer has its index, with the id behind it to make it total, and tombstones left out: once for
/// the root, who sees every tenant, and once behind the tenant.
/// </summary>
internal sealed class TokenMapping : IEntityTypeConfiguration<ApiToken>
{
    private const string Present = "DeletedAt IS NULL";

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("tokens");
        builder.HasKey(token => token.Id);
        // Folded only when somebody asks, so its field may be empty.
        builder.Property(token => token.NameKey).UsePropertyAccessMode(PropertyAccessMode.PreferFieldDuringConstruction);
        builder.ComplexProperty(token => token.Permissions, set => Permissions(set));
        builder.ComplexProperty(token => token.Addresses, rules =>
        {
            rules.Property(addresses => addresses.AllowedText).HasColumnName("AllowedBlocks");
            rules.Property(addresses => addresses.DeniedText).HasColumnName("DeniedBlocks");
            rules.Ignore(addresses => addresses.Allowed).Ignore(addresses => addresses.Denied).Ignore(addresses => addresses.IsOpen)
                .Ignore(addresses => addresses.AllowedNames).Ignore(addresses => addresses.DeniedNames);
        });
        builder.ComplexProperty(token => token.RateLimit, limit => limit.Property(one => one.Window).HasConversion(
            window => (long)window.TotalMilliseconds, milliseconds => TimeSpan.FromMilliseconds(milliseconds)));
        builder.ComplexProperty(token => token.CreatedBy);
        builder.ComplexProperty(token => token.UpdatedBy);
        builder.ComplexProperty(token => token.RotatedBy);
        builder.ComplexProperty(token => token.DeletedBy);
        builder.Ignore(token => token.ExpiresAt).Ignore(token => token.LastUsedAt).Ignore(token => token.RotationDueAt).Ignore(token => token.Owner);

        builder.HasMany(token => token.Values).WithOne().HasForeignKey(value => value.TokenId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(token => token.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(token => token.OwnerUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Role>().WithMany().HasForeignKey(token => token.RoleId).OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(token => new { token.NameKey, token.Id }, "tokens_by_name").HasFilter(Present);
        builder.HasIndex(token => new { token.CreatedAt, token.Id }, "tokens_by_creation").HasFilter(Present);
        builder.HasIndex(token => new { token.EndsAt, token.Id }, "tokens_by_end").HasFilter(Present);
        builder.HasIndex(token => new { token.UsedAt, token.Id }, "tokens_by_use").HasFilter(Present);
        builder.HasIndex(token => new { token.TenantId, token.NameKey, token.Id }, "tokens_of_tenant_by_name").HasFilter(Present);
        builder.HasIndex(token => new { token.TenantId, token.CreatedAt, token.Id }, "tokens_of_tenant_by_creation").HasFilter(Present);
        builder.HasIndex(token => new { token.TenantId, token.EndsAt, token.Id }, "tokens_of_tenant_by_end").HasFilter(Present);
        builder.HasIndex(token => new { token.TenantId, token.UsedAt, token.Id }, "tokens_of_tenant_by_use").HasFilter(Present);
        builder.HasIndex(token => new { token.OwnerUserId, token.CreatedAt, token.Id }, "tokens_of_user_by_creation").HasFilter(Present);
    }

    internal static void Permissions(ComplexPropertyBuilder<PermissionSet> set)
    {
        set.Property(permissions => permissions.All).HasColumnName("AllPermissions");
        set.Property(permissions => permissions.Text).HasColumnName("Permissions");
        set.Ignore(permissions => permissions.Listed);
    }
}
