using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphQLTokens.Service.Persistence.Mappings;

internal sealed class RoleMapping : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("roles");
        builder.HasKey(role => role.Id);
        builder.ComplexProperty(role => role.Permissions, set => TokenMapping.Permissions(set));
        builder.HasOne<Tenant>().WithMany().HasForeignKey(role => role.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(role => new { role.TenantId, role.NameKey }, "roles_by_name").IsUnique();
        builder.HasIndex(role => role.Key, "roles_by_key").IsUnique();
    }
}
