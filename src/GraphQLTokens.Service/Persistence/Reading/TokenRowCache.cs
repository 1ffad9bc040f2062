using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Keys;

namespace GraphQLTokens.Service.Persistence.Reading;

/// <summary>
/// Rows of tokens that ask about themselves. Dropped like their key records, and when a last use is written, which is no change to anybody else.
/// </summary>
internal sealed class TokenRowCache() : TokenCache<ApiToken>(Capacity)
{
    /// <summary>Some two kilobytes each. Whoever asks about itself does so often, or once at its start.</summary>
    private const int Capacity = 4096;
}
