using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Keys;

/// <summary>Key records for the doors: from memory when the key was seen before, else by one read.</summary>
internal sealed class KeyRecords(KeyRecordCache cache, IKeyRecordReader reader)
{
    public ValueTask<KeyRecord?> FindAsync(Guid tokenId, CancellationToken cancellationToken) =>
        cache.TryGet(tokenId, out var record) ? ValueTask.FromResult<KeyRecord?>(record) : FillAsync(tokenId, cancellationToken);

    private async ValueTask<KeyRecord?> FillAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        var ticket = cache.BeginFill(tokenId);
        var record = await reader.ReadAsync(tokenId, cancellationToken);
        if (record is not null)
            cache.Fill(ticket, record);
        return record;
    }
}
