using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Keys;

/// <summary>Key records in memory: what judging a value seen before goes by.</summary>
internal sealed class KeyRecordCache(int capacity) : TokenCache<KeyRecord>(capacity);
