using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Tests.Persistence.Start;

public sealed class BootstrapTests : IDisposable
{
    private readonly string directory = TestService.NewDirectory();

    private string TokenFile => Path.Combine(directory, "root-token");

    [Fact]
    public async Task An_empty_store_gets_its_root_tenant_roles_and_a_token_that_holds_all_as_a_flag()
    {
        await using var service = await TestService.StartAsync(directory);

        var caller = await service.RootAsync();
        Assert.True(caller.Permissions.All);
        Assert.Equal("Admin", caller.RoleKey);
        await using var db = await service.OpenAsync();
        Assert.Null((await db.Tenants.SingleAsync()).ParentId);
        Assert.Equal(5, await db.Roles.CountAsync());
        Assert.Equal("CREATE_API_TOKEN", (await db.AuditEvents.SingleAsync()).ActionName);
    }

    [Fact]
    public async Task The_value_is_in_a_file_for_the_owner_alone_and_in_no_log()
    {
        await using var service = await TestService.StartAsync(directory);

        var value = (await File.ReadAllTextAsync(TokenFile)).Trim();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(TokenFile));
            foreach (var file in Directory.GetFiles(directory, "tokens.db*"))
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
        Assert.Contains($"The value of the root token is in {TokenFile}", service.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(value, service.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(value[^49..], service.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_cut_off_between_file_and_row_is_made_good_by_the_next()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => TestService.StartAsync(directory, configure: services =>
            services.AddSingleton<IWriteDatabase, BreaksAtCommit>()));
        var value = await File.ReadAllTextAsync(TokenFile);

        await using var service = await TestService.StartAsync(directory);

        Assert.Equal(value, await File.ReadAllTextAsync(TokenFile));
        Assert.True((await service.RootAsync()).Permissions.All);
    }

    [Fact]
    public async Task A_file_that_holds_something_else_stops_the_start_and_is_left_alone()
    {
        await File.WriteAllTextAsync(TokenFile, "precious");

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory));
        Assert.Contains("Bootstrap:TokenFile", fault.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(TokenFile));
    }

    [Fact]
    public async Task A_supplied_value_is_used_and_written_to_no_file()
    {
        var value = TokenValue.Create("acme", Guid.CreateVersion7()).Reveal();
        await using var service = await TestService.StartAsync(directory, new() { ["Bootstrap:Token"] = value });

        Assert.True((await service.CallerAsync(value)).Permissions.All);
        Assert.False(File.Exists(TokenFile));
        Assert.DoesNotContain(value, service.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bootstrap:Token", "secret")]
    [InlineData("Bootstrap:TokenFile", "")]
    [InlineData("Tokens:Prefix", "GQT")]
    [InlineData("Tokens:Peppers:1", "c2hvcnQ=")]
    [InlineData("Tokens:Peppers:one", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Tokens:MaxOverlap", "-00:00:01")]
    [InlineData("Tokens:MaxOverlap", "366.00:00:00")]
    [InlineData("Idempotency:KeepFor", "00:00:59")]
    [InlineData("Idempotency:KeepFor", "30.00:00:01")]
    [InlineData("Store:Path", "")]
    [InlineData("Store:CachedKeys", "0")]
    [InlineData("Store:LastUsedInterval", "00:00:00")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string name, string value)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => TestService.StartAsync(directory, new() { [name] = value }));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        if (value == "secret")
            Assert.DoesNotContain(value, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_warning_stays_until_the_value_is_rotated()
    {
        const string warning = "Warning: The root token still has its first value";
        await using (var first = await TestService.StartAsync(directory))
            Assert.Contains(warning, first.Log.Text, StringComparison.Ordinal);
        await using (var second = await TestService.StartAsync(directory))
        {
            Assert.Contains(warning, second.Log.Text, StringComparison.Ordinal);
            await second.Get<RotateToken>().RunAsync(await second.RootAsync(), new RotateTokenInput(), default);
        }
        await using var third = await TestService.StartAsync(directory);
        Assert.DoesNotContain(warning, third.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_store_is_refused()
    {
        await using var service = await TestService.StartAsync(directory);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory));
        Assert.Contains("being used by another process", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_does_not_hold_up_the_start()
    {
        await using (var service = await TestService.StartAsync(directory))
        {
            await using var db = await service.OpenAsync();
            await db.Database.ExecuteSqlRawAsync(
                """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, 'x');""");
        }
        await using var next = await TestService.StartAsync(directory);
        Assert.True((await next.RootAsync()).Permissions.All);
    }

    [Fact]
    public async Task A_start_without_a_pepper_that_live_values_need_is_refused()
    {
        var key = Convert.ToBase64String(new byte[32]);
        await using (await TestService.StartAsync(directory, new() { ["Tokens:Peppers:7"] = key }))
        {
        }

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory));
        Assert.Contains("Tokens:Peppers:7", fault.Message, StringComparison.Ordinal);

        await using (var service = await TestService.StartAsync(directory, new() { ["Tokens:Peppers:7"] = key, ["Tokens:Peppers:8"] = key }))
        {
            var rotated = await service.Get<RotateToken>().RunAsync(await service.RootAsync(), new RotateTokenInput(), default);
            await File.WriteAllTextAsync(TokenFile, rotated.Value.Reveal());
        }
        await using var later = await TestService.StartAsync(directory, new() { ["Tokens:Peppers:8"] = key });
        Assert.True((await later.RootAsync()).Permissions.All);
    }

    [Fact]
    public async Task Built_in_roles_follow_this_version_of_the_service()
    {
        await using (var service = await TestService.StartAsync(directory))
        {
            await service.Get<StoreWriter>().WriteAsync(async (scope, stop) =>
            {
                (await scope.Db.Roles.SingleAsync(role => role.Key == "Analyst", stop)).Permissions = PermissionSet.None;
                scope.Db.Remove(await scope.Db.Roles.SingleAsync(role => role.Key == "Reseller", stop));
                return 0;
            }, default);
        }
        await using var next = await TestService.StartAsync(directory);
        await using var db = await next.OpenAsync();
        Assert.Equal(5, await db.Roles.CountAsync());
        Assert.True((await db.Roles.SingleAsync(role => role.Key == "Analyst")).Permissions.Contains("AlertRead"));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
