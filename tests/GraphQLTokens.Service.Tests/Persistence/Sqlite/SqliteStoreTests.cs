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

        Assert.Contains("being used by another process", fault.Message, StringComparison.Ordinal);
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task A_lock_that_cannot_be_made_is_not_said_to_be_held_by_another_process()
    {
        var directory = TestService.NewDirectory();
        // As long as a name may be: that of the lock is longer.
        var name = new string('n', 255);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory, new() { ["Store:Path"] = Path.Combine(directory, name) }));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("used by another process", fault.Message, StringComparison.Ordinal);
        Directory.Delete(directory, recursive: true);
    }
}
