using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Keys;

/// <summary>Reads one key record from the store.</summary>
internal interface IKeyRecordReader
{
    /// <summary>Null when there is no such token; a deleted one is still there.</summary>
    ValueTask<KeyRecord?> ReadAsync(Guid tokenId, CancellationToken cancellationToken);
}
