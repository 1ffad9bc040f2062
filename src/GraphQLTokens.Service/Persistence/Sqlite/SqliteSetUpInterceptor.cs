using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GraphQLTokens.Service.Persistence.Sqlite;

/// <summary>Sets up each connection that EF Core opens: SQLite keeps these settings per connection, not in the file.</summary>
internal sealed class SqliteSetUpInterceptor(SqliteStore store) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => store.SetUp(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        store.SetUp(connection);
        return Task.CompletedTask;
    }
}
