using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphQLTokens.Service.Persistence.Mappings;

/// <summary>Read with the token that they belong to, hence in its order; swept by their end.</summary>
internal sealed class RevokedAccessTokenMapping : IEntityTypeConfiguration<RevokedAccessToken>
{
    public void Configure(EntityTypeBuilder<RevokedAccessToken> builder)
    {
        builder.ToTable("revoked_access_tokens");
        builder.HasKey(revoked => new { revoked.TokenId, revoked.Id });
        builder.HasOne<ApiToken>().WithMany().HasForeignKey(revoked => revoked.TokenId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(revoked => revoked.EndsAt, "revoked_access_tokens_by_end");
    }
}
