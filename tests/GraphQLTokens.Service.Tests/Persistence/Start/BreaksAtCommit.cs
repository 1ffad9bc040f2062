using System.Data.Common;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Sqlite;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GraphQLTokens.Service.Tests.Persistence.Start;

/// <summary>Fails the save that would add the root token, when its file has been written already.</summary>
internal sealed class BreaksAtCommit(SqliteStore store) : IWriteDatabase
{
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await store.OpenOwnAsync(cancellationToken);

    public DbContextOptions<TokensDbContext> OptionsFor(DbConnection connection) =>
        new DbContextOptionsBuilder<TokensDbContext>().UseSqlite(connection).AddInterceptors(new Breaker()).Options;

    public bool IsBusy(DbException fault) => false;

    private sealed class Breaker : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ((TokensDbContext)eventData.Context!).Tokens.Local.Count > 0 ? throw new InvalidTimeZoneException() : new(result);
    }
}
