using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>Reads tokens past EF Core, which takes several times as long to read a page as all else that the page's request needs.</summary>
internal sealed class SqliteTokenReader(SqliteReadPool pool) : ITokenReader
{
    public ValueTask<ApiToken?> FindAsync(TenantSight sight, Guid id, CancellationToken cancellationToken)
    {
        using var connection = pool.Rent();
        using var read = BeginById(connection, sight, [id], cancellationToken);
        return ValueTask.FromResult(read.Next() ? SqliteTokenRow.Read(read) : null);
    }

    public ValueTask<IReadOnlyDictionary<Guid, ApiToken>> FindAsync(TenantSight sight, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, ApiToken>(ids.Count);
        using var connection = pool.Rent();
        foreach (var some in ids.Chunk(SqliteIdList.MaxLength))
        {
            using var read = BeginById(connection, sight, some, cancellationToken);
            while (read.Next())
            {
                var token = SqliteTokenRow.Read(read);
                found[token.Id] = token;
            }
        }
        return ValueTask.FromResult<IReadOnlyDictionary<Guid, ApiToken>>(found);
    }

    public ValueTask<List<ApiToken>> ListAsync(TenantSight sight, TokenPageRequest request, CancellationToken cancellationToken)
    {
        var wanted = request.Size + 1;
        var select = request.IsBrief ? SqliteTokenSql.SelectBrief(sight) : SqliteTokenSql.Select(sight);
        var sql = select.Matching(request.Filter, request.Now).Beyond(request.After, reversed: false).Beyond(request.Before, reversed: true)
            .OrderBy(request.Order, request.FromEnd).Limit(wanted);
        var found = new List<ApiToken>(wanted);
        using var connection = pool.Rent();
        using var read = sql.Begin(connection, cancellationToken);
        while (read.Next())
            found.Add(SqliteTokenRow.Read(read, request.IsBrief, before: found.Count == 0 ? null : found[^1]));
        return ValueTask.FromResult(found);
    }

    public ValueTask<int> CountAsync(TenantSight sight, TokenPageRequest request, CancellationToken cancellationToken)
    {
        var sql = SqliteTokenSql.Count(sight).Matching(request.Filter, request.Now);
        using var connection = pool.Rent();
        using var read = sql.Begin(connection, cancellationToken);
        read.Next();
        return ValueTask.FromResult((int)read.Number(0));
    }

    private static SqliteRead BeginById(SqliteReadPool.Rented connection, TenantSight sight, ReadOnlySpan<Guid> ids, CancellationToken cancellationToken)
    {
        var read = connection.Begin(SqliteTokenSql.SelectById(sight.Kind), SqliteIdList.Of(ids.Length), cancellationToken);
        if (sight.Kind is not TenantSightKind.Everything)
            read.Bind(sight.TenantId);
        read.Bind(ids);
        return read;
    }
}
