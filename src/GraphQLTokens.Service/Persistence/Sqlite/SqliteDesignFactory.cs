using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GraphQLTokens.Service.Persistence.Sqlite;

/// <summary>What dotnet-ef makes migrations with; no database is opened.</summary>
internal sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<TokensDbContext>
{
    public TokensDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TokensDbContext>().UseSqlite("Data Source=:memory:").Options);
}
