using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphQLTokens.Service.Persistence.Mappings;

/// <summary>Values lie in the order of their key, so that those of one token are one short range.</summary>
internal sealed class ValueMapping : IEntityTypeConfiguration<StoredValue>
{
    public void Configure(EntityTypeBuilder<StoredValue> builder)
    {
        builder.ToTable("token_values");
        builder.HasKey(value => new { value.TokenId, value.Generation });
        builder.Property(value => value.Hash).HasMaxLength(TokenHash.Length);
        builder.ComplexProperty(value => value.MadeBy);
    }
}
