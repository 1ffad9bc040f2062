namespace GraphQLTokens.Service.Persistence.Writing;

/// <summary>What one write works with: the context to change, and the changes to announce once they are committed.</summary>
internal sealed class WriteScope(TokensDbContext db)
{
    private readonly List<StoreChange> changes = [];

    public TokensDbContext Db => db;

    public IReadOnlyList<StoreChange> Changes => changes;

    /// <param name="kind">Null: only who presents it is concerned, not who reads it.</param>
    public void Announce(TokenChangeKind? kind, Guid tokenId, Guid tenantId) => changes.Add(new StoreChange(kind, tokenId, tenantId));
}
