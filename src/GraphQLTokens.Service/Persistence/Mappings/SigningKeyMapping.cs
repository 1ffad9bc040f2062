using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphQLTokens.Service.Persistence.Mappings;

/// <summary>The longest lifetime as whole milliseconds, alike on every store.</summary>
internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("signing_keys");
        builder.HasKey(key => key.KeyId);
        builder.Property(key => key.LongestLifetime).HasConversion(span => (long)span.TotalMilliseconds, milliseconds => TimeSpan.FromMilliseconds(milliseconds));
        builder.Ignore(key => key.PublishedUntil).Ignore(key => key.SealedPlace);
    }
}
