using System.Text;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.SigningKeys;
using GraphQLTokens.Service.Persistence.Secrets;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Tests.Persistence.Start;

public sealed class SecretsStartTests : IDisposable
{
    private static readonly string First = KeyOf(1);
    private static readonly string Second = KeyOf(2);
    private readonly string directory = TestService.NewDirectory();

    private string KeyFile => Path.Combine(directory, "secrets-key");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Makes_a_key_for_its_own_account_and_warns()
    {
        await using var service = await TestService.StartAsync(directory);

        var text = (await File.ReadAllTextAsync(KeyFile)).Trim();
        Assert.True(SecretSealer.IsKey(text));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Assert.Contains($"Warning: No Secrets:Key is set: one was made, in {KeyFile}", service.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, service.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_read_again_without_a_word()
    {
        var jwt = await IssueAsync([]);
        var text = await File.ReadAllTextAsync(KeyFile);

        await using var service = await TestService.StartAsync(directory);

        Assert.Equal(text, await File.ReadAllTextAsync(KeyFile));
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);
        Assert.DoesNotContain("Secrets:Key", service.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secrets-key", UnixFileMode.GroupRead, true)]
    [InlineData("secrets-key", UnixFileMode.OtherRead, true)]
    [InlineData("secrets-key", UnixFileMode.OtherWrite, true)]
    [InlineData("root-token", UnixFileMode.OtherRead, true)]
    [InlineData("secrets-key", UnixFileMode.None, false)]
    public async Task A_file_that_others_may_read_or_write_is_warned_of(string name, UnixFileMode others, bool warns)
    {
        if (OperatingSystem.IsWindows())
            return;
        await (await TestService.StartAsync(directory)).DisposeAsync();
        var file = Path.Combine(directory, name);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | others);

        await using var service = await TestService.StartAsync(directory);

        Assert.Equal(warns, service.Log.Text.Contains($"Warning: {file} holds a secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_configured_key_needs_no_file()
    {
        await using var service = await TestService.StartAsync(directory, new() { ["Secrets:Key"] = First });

        Assert.False(File.Exists(KeyFile));
        Assert.DoesNotContain(First, service.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_cut_off_behind_the_file_is_made_good_by_the_next()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => TestService.StartAsync(directory, configure: services =>
            services.AddSingleton<IWriteDatabase, BreaksAtCommit>()));
        var text = await File.ReadAllTextAsync(KeyFile);

        await using var service = await TestService.StartAsync(directory);

        Assert.Equal(text, await File.ReadAllTextAsync(KeyFile));
    }

    [Fact]
    public async Task A_file_that_is_lost_or_holds_something_else_stops_the_start()
    {
        await IssueAsync([]);
        var kept = await File.ReadAllTextAsync(KeyFile);
        File.Delete(KeyFile);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory));
        Assert.Contains($"{KeyFile} is missing", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));

        await File.WriteAllTextAsync(KeyFile, "precious");
        fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory));
        Assert.Contains("Secrets:KeyFile", fault.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(KeyFile));

        await using var service = await TestService.StartAsync(directory, new() { ["Secrets:Key"] = kept.Trim() });
    }

    [Fact]
    public async Task A_wrong_key_stops_the_start_and_changes_nothing()
    {
        var jwt = await IssueAsync(new() { ["Secrets:Key"] = First });

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory, new() { ["Secrets:Key"] = Second }));
        Assert.Contains("Secrets:Key is not the key", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Secrets:Keys:2", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Second, fault.Message, StringComparison.Ordinal);

        await using var service = await TestService.StartAsync(directory, new() { ["Secrets:Key"] = First });
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);
    }

    [Fact]
    public async Task A_new_version_seals_anew_and_the_old_one_may_go()
    {
        var jwt = await IssueAsync(new() { ["Secrets:Key"] = First });
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory, new() { ["Secrets:Keys:2"] = Second }));
        Assert.Contains("version 1 of the key: set Secrets:Key", fault.Message, StringComparison.Ordinal);

        await using (await TestService.StartAsync(directory, new() { ["Secrets:Key"] = First, ["Secrets:Keys:2"] = Second }))
        {
        }

        await using (var service = await TestService.StartAsync(directory, new() { ["Secrets:Keys:2"] = Second }))
            Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);
        fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory, new() { ["Secrets:Key"] = First }));
        Assert.Contains("set Secrets:Keys:2", fault.Message, StringComparison.Ordinal);
        fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync(directory, new() { ["Secrets:Keys:2"] = First }));
        Assert.Contains("Secrets:Keys:2 is not the key", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Secrets:Key", "c2hvcnQ=")]
    [InlineData("Secrets:Key", "no base64")]
    [InlineData("Secrets:Keys:2", "c2hvcnQ=")]
    [InlineData("Secrets:Keys:1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Secrets:Keys:two", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Secrets:KeyFile", "")]
    [InlineData("AccessTokens:Lifetime", "00:00:00")]
    [InlineData("AccessTokens:Lifetime", "2.00:00:00")]
    [InlineData("AccessTokens:ClientLifetime", "2.00:00:00")]
    [InlineData("AccessTokens:MaxLifetime", "31.00:00:00")]
    [InlineData("AccessTokens:Remembered", "0")]
    [InlineData("AccessTokens:ForwardedLifetime", "00:00:09")]
    [InlineData("AccessTokens:ForwardedLifetime", "2.00:00:00")]
    [InlineData("AccessTokens:ForwardedRemembered", "1")]
    [InlineData("AccessTokens:SigningKeyPeriod", "00:59:59")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string name, string value)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => TestService.StartAsync(directory, new() { [name] = value }));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>In the database's files, and in the key's own, in every form that a library would write it.</summary>
    [Fact]
    public async Task The_private_key_is_nowhere_on_the_disk_in_the_clear()
    {
        byte[] privateKey;
        string published;
        await using (var service = await TestService.StartAsync(directory))
        {
            await using var db = await service.OpenAsync();
            var row = await db.SigningKeys.SingleAsync();
            privateKey = service.Get<SecretSealer>().Open(row.SealedPrivateKey, row.SealedPlace);
            published = service.Get<SigningKeyRing>().Current.KeyId;
        }
        byte[][] forms =
        [
            privateKey, Encoding.ASCII.GetBytes(Convert.ToBase64String(privateKey)), Encoding.ASCII.GetBytes(Convert.ToHexString(privateKey)),
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(privateKey)), Encoding.ASCII.GetBytes(Operations.AccessTokens.JwtForge.Base64Url(privateKey)),
        ];
        var files = Directory.GetFiles(directory).Where(file => Path.GetFileName(file) != "tokens.db.lock").ToList();
        Assert.Contains(files, file => Holds(File.ReadAllBytes(file), Encoding.ASCII.GetBytes(published)));
        foreach (var file in files)
            Assert.DoesNotContain(forms, form => Holds(File.ReadAllBytes(file), form));
    }

    private static bool Holds(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;

    /// <summary>An access token of a start with these settings.</summary>
    private async Task<string> IssueAsync(Dictionary<string, string?> settings)
    {
        await using var service = await TestService.StartAsync(directory, settings);
        return await service.AccessTokenAsync(await service.RootAsync());
    }

    private static string KeyOf(byte fill) => Convert.ToBase64String([.. Enumerable.Repeat(fill, SecretSealer.KeyLength)]);
}
