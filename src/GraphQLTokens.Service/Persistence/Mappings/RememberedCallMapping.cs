using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphQLTokens.Service.Persistence.Mappings;

internal sealed class RememberedCallMapping : IEntityTypeConfiguration<RememberedCall>
{
    public void Configure(EntityTypeBuilder<RememberedCall> builder)
    {
        builder.ToTable("remembered_calls");
        builder.HasKey(call => new { call.TokenId, call.KeyHash });
        builder.Property(call => call.KeyHash).HasMaxLength(IdempotentCall.HashLength);
        builder.Property(call => call.Fingerprint).HasMaxLength(IdempotentCall.HashLength);
        builder.Property(call => call.Rights).HasMaxLength(IdempotentCall.HashLength);
        builder.HasOne<ApiToken>().WithMany().HasForeignKey(call => call.TokenId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(call => call.ExpiresAt, "remembered_calls_by_end");
    }
}
