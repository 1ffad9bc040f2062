using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphQLTokens.Service.Persistence.Mappings;

internal sealed class TenantMapping : IEntityTypeConfiguration<Tenant>, IEntityTypeConfiguration<TenantAncestry>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("tenants");
        builder.HasKey(tenant => tenant.Id);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(tenant => tenant.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TenantAncestry> builder)
    {
        builder.ToTable("tenant_ancestry");
        builder.HasKey(row => new { row.AncestorId, row.DescendantId });
        builder.HasIndex(row => row.DescendantId, "tenant_ancestry_by_descendant");
        builder.HasOne<Tenant>().WithMany().HasForeignKey(row => row.AncestorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(row => row.DescendantId).OnDelete(DeleteBehavior.Cascade);
    }
}
