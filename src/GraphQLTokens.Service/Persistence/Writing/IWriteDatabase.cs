using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence.Writing;

/// <summary>What the writer needs of a provider.</summary>
internal interface IWriteDatabase
{
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    DbContextOptions<TokensDbContext> OptionsFor(DbConnection connection);

    /// <summary>Whether another process kept a write from beginning for as long as it waits.</summary>
    bool IsBusy(DbException fault);
}
