using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence.Writing;

/// <summary>What the writer needs of a provider.</summary>
internal interface IWriteDatabase
{
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    DbContextOptions<TokensDbContext> OptionsFor(DbConnection connection);
}
