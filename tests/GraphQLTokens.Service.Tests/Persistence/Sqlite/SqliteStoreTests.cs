namespace GraphQLTokens.Service.Tests.Persistence.Sqlite;

public sealed class SqliteStoreTests
{
    [Fact]
    public async Task A_link_to_a_file_in_use_is_in_use()
    {
        await using var service = await TestService.StartAsync();
        var elsewhere = TestService.NewDirectory();
        File.CreateSymbolicLink(Path.Combine(elsewhere, "tokens.db"), Path.Combine(service.Directory, "tokens.db"));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(elsewhere));

        Assert.Contains("in use by another process", fault.Message, StringComparison.Ordinal);
        Directory.Delete(elsewhere, recursive: true);
    }
}
