using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphQLTokens.Service.Persistence.Mappings;

/// <summary>No foreign key to the actor: the event outlives it.</summary>
internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("audit_events");
        builder.HasKey(audit => audit.Id);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(audit => audit.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(audit => new { audit.TenantId, audit.Sequence }, "audit_events_by_sequence").IsUnique();
    }
}
