using System.Net;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.OAuth;

/// <summary>Signing keys, revocations and the key that seals survive a kill that no process sees coming.</summary>
public sealed class KilledServiceTests : IDisposable
{
    private readonly string directory = TestService.NewDirectory();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Access_tokens_outlive_the_process_and_ended_ones_do_not_come_back()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "appsettings.json"), """{"Service":{"PublicUrl":"https://tokens.example.com"}}""");
        string before, after, ended;
        using (var service = await ServiceProcess.StartAsync(directory))
        {
            before = await IssueAsync(service);
            ended = await IssueAsync(service);
            await service.Root.AskAsync("mutation { rotateSigningKey { keyId } }");
            after = await IssueAsync(service);
            Assert.Equal(HttpStatusCode.OK, (await service.Root.FormAsync("/oauth/revoke", ("token", ended))).Status);
            await service.KillAsync();
        }
        using var next = await ServiceProcess.StartAsync(directory);
        foreach (var jwt in new[] { before, after })
            Assert.Equal(HttpStatusCode.OK, (await next.Caller(jwt).AskAsync("{ viewer { address } }")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await next.Caller(ended).AskAsync("{ viewer { address } }")).Status);
    }

    private static async Task<string> IssueAsync(ServiceProcess service) =>
        (await service.Root.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/access_token"))).AccessToken();
}
