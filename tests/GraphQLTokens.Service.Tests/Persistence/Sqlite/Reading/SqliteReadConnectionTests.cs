using System.Globalization;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Reading;
using GraphQLTokens.Service.Persistence.Sqlite;
using GraphQLTokens.Service.Persistence.Sqlite.Reading;
using Microsoft.Data.Sqlite;

namespace GraphQLTokens.Service.Tests.Persistence.Sqlite.Reading;

public sealed class SqliteReadConnectionTests : IAsyncLifetime
{
    private TestService service = null!;

    [Fact]
    public async Task A_read_that_nobody_waits_for_is_given_up_in_the_middle()
    {
        using var connection = service.Get<SqliteStore>().OpenToRead();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        var endless = Task.Run(() => CountForEver(connection, patience.Token));

        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(patience.Token, fault.CancellationToken);
        Assert.Equal(1, One(connection, "SELECT 1"));
    }

    [Fact]
    public void Nothing_begins_for_somebody_who_has_left()
    {
        using var connection = service.Get<SqliteStore>().OpenToRead();

        Assert.Throws<OperationCanceledException>(() => connection.Begin("SELECT 1", "", new CancellationToken(canceled: true)).Dispose());
    }

    [Fact]
    public void It_cannot_write()
    {
        using var connection = service.Get<SqliteStore>().OpenToRead();

        Assert.Equal(8, Assert.Throws<SqliteException>(() => One(connection, "DELETE FROM tokens RETURNING 1")).SqliteErrorCode); // SQLITE_READONLY
    }

    [Fact]
    public void Statements_are_kept_up_to_a_bound_and_prepared_again_beyond_it()
    {
        using var connection = service.Get<SqliteStore>().OpenToRead();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 3 * SqliteReadConnection.MaxStatements; i++)
                Assert.Equal(i, One(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT {i}")));
        }

        Assert.Equal(SqliteReadConnection.MaxStatements, connection.StatementCount);
    }

    [Fact]
    public void A_read_that_ends_early_leaves_nothing_to_the_next()
    {
        using var connection = service.Get<SqliteStore>().OpenToRead();
        const string Two = "SELECT 1 UNION ALL SELECT 2";

        Assert.Equal(1, One(connection, Two));
        Assert.Equal(1, One(connection, Two));
    }

    [Fact]
    public void Other_values_do_not_prepare_a_statement_anew()
    {
        using var connection = service.Get<SqliteStore>().OpenToRead();
        TokenOrder[] byName = [new(TokenSortKey.Name, Descending: false)];
        var page = SqliteTokenSql.Select(new TenantSight(default, TenantSightKind.Everything)).OrderBy(byName, reversed: false).Limit(0).ToString();

        for (var rows = 1; rows <= 5; rows++)
        {
            using var read = connection.Begin(page, "", default);
            read.Bind(rows);
            Assert.True(read.Next());
        }

        Assert.Equal(0, connection.RepreparedCount);
    }

    public async Task InitializeAsync() => service = await TestService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    private static long One(SqliteReadConnection connection, string sql)
    {
        using var read = connection.Begin(sql, "", default);
        Assert.True(read.Next());
        return read.Number(0);
    }

    private static void CountForEver(SqliteReadConnection connection, CancellationToken cancellationToken)
    {
        using var read = connection.Begin("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", "", cancellationToken);
        read.Next();
    }
}
