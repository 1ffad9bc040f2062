using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Documents that requests name instead of sending them, on the service as it ships.</summary>
public sealed class StoredDocumentTests : IDisposable
{
    private const string Viewer = "{ viewer { address } }";
    private const string Introspection = "{ __schema { queryType { name } } }";
    private readonly string directory = TestService.NewDirectory();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task A_document_is_left_behind_under_its_hash_and_serves_other_tokens_too()
    {
        await using var service = await ServiceApplication.StartAsync();
        var (_, other) = await service.Root.CreateTokenAsync("other");
        Assert.Equal(("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"), Refusal(await PersistedAsync(service.Root, Viewer, withText: false)));
        _ = (await PersistedAsync(service.Root, Viewer, withText: true)).Data;
        _ = (await PersistedAsync(service.Root, Viewer, withText: false)).Data;
        _ = (await PersistedAsync(other, Viewer, withText: false)).Data;
        _ = (await other.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/graphql?documentId=sha256:{HashOf(Viewer)}"))).Data;
    }

    [Fact]
    public async Task Whoever_names_another_s_document_is_held_to_rights_of_its_own()
    {
        await using var service = await ServiceApplication.StartAsync();
        var (_, powerless) = await service.Root.CreateTokenAsync("powerless");
        const string Settings = "{ generalSettings { version } }";
        _ = (await PersistedAsync(service.Root, Settings, withText: true)).Data;
        Assert.Equal("ACCESS_DENIED", (await PersistedAsync(powerless, Settings, withText: false)).Error.Code);
        DoorTests.AssertProblem(await PersistedAsync(service.Caller("gqt_nobody"), Settings, withText: false), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task Whoever_has_no_key_can_neither_fill_the_store_nor_look_into_it()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Access:PublicIntrospection"] = "true" });
        var nobody = service.Caller(null);
        _ = (await PersistedAsync(nobody, Introspection, withText: true)).Data;
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await PersistedAsync(service.Root, Introspection, withText: false)).Error.Code);
        _ = (await PersistedAsync(service.Root, Introspection, withText: true)).Data;
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await PersistedAsync(nobody, Introspection, withText: false)).Error.Code);
    }

    [Fact]
    public async Task A_token_that_floods_the_store_pushes_out_no_other_s_document()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Documents:MaxAutomatic"] = "10" });
        var (_, flood) = await service.Root.CreateTokenAsync("flood");
        _ = (await PersistedAsync(service.Root, Viewer, withText: true)).Data;
        for (var round = 0; round < 30; round++)
            _ = (await PersistedAsync(flood, $"{{ viewer {{ a{round}: address }} }}", withText: true)).Data;
        _ = (await PersistedAsync(service.Root, Viewer, withText: false)).Data;
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await PersistedAsync(flood, "{ viewer { a0: address } }", withText: false)).Error.Code);
    }

    [Fact]
    public async Task Turned_off_clients_are_told_to_send_texts()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Documents:AutomaticPersistedQueries"] = "false" });
        Assert.Equal(("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED"), Refusal(await PersistedAsync(service.Root, Viewer, withText: false)));
        _ = (await PersistedAsync(service.Root, Viewer, withText: true)).Data;
    }

    [Fact]
    public async Task Trusted_documents_are_named_by_their_files_and_by_their_hashes()
    {
        Write("documents/viewer/address.graphql", Viewer);
        Write("documents/web.json", $$"""{"sha256:{{HashOf(Introspection)}}":"{{Introspection}}"}""");
        await using var service = await ServiceApplication.StartAsync(new() { ["Documents:Trusted"] = Path.Combine(directory, "documents") });
        foreach (var id in new[] { "viewer.address", $"sha256:{HashOf(Viewer)}", $"sha256:{HashOf(Introspection)}" })
        {
            _ = (await ByIdAsync(service.Root, id)).Data;
            _ = (await service.Root.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/graphql?documentId={id}"))).Data;
        }

        _ = (await PersistedAsync(service.Root, Viewer, withText: false)).Data;
        _ = (await service.Root.AskAsync("{ __typename }")).Data;
        Assert.Equal("DOCUMENT_NOT_FOUND", (await ByIdAsync(service.Root, "viewer.token")).Error.Code);
        Assert.Contains("2 trusted documents", service.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_trusted_documents_are_admitted_no_text_is_executed()
    {
        Write("documents/viewer.graphql", Viewer);
        await using var service = await ServiceApplication.StartAsync(new() { ["Documents:Trusted"] = Path.Combine(directory, "documents"), ["Documents:TrustedOnly"] = "true" });
        _ = (await ByIdAsync(service.Root, "viewer")).Data;
        foreach (var text in new[] { Viewer, Introspection, "mutation { rotateAPIToken { token { value } } }", "{" })
        {
            Assert.Equal("DOCUMENT_NOT_TRUSTED", (await service.Root.AskAsync(text)).Error.Code);
            Assert.Equal("DOCUMENT_NOT_TRUSTED", (await PersistedAsync(service.Root, text, withText: true)).Error.Code);
        }

        Assert.Equal("DOCUMENT_NOT_TRUSTED", (await PersistedAsync(service.Root, Introspection, withText: false)).Error.Code);
        Assert.Contains("the playground can neither read the schema nor run anything", service.Log.Text, StringComparison.Ordinal);
        DoorTests.AssertProblem(await ByIdAsync(service.Caller(null), "viewer"), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Theory]
    [InlineData("documents/list.graphql", "{\n  viewer {\n    adress\n  }\n}", "list.graphql:3:5: Cannot query field \"adress\" on type \"Viewer\".")]
    [InlineData("documents/list.graphql", "{ viewer {", "list.graphql:1:11: ")]
    [InlineData("documents/web.json", """{"list":"{ viewer { adress } }"}""", "web.json#list:1:12: Cannot query field")]
    [InlineData("documents/web.json", """{"list":""", "web.json:1:")]
    [InlineData("documents/README.md", "", "there are no documents in it")]
    [InlineData("elsewhere/list.graphql", Viewer, "there is no such file or folder")]
    public async Task A_trusted_document_with_a_fault_stops_the_start_and_is_named(string file, string text, string fault)
    {
        Write(file, text);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => ServiceApplication.StartAsync(new() { ["Documents:Trusted"] = Path.Combine(directory, "documents") }));
        Assert.Contains(fault, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Documents:MaxAutomatic", "0")]
    [InlineData("Documents:MaxAutomaticCharacters", "15999")]
    [InlineData("Documents:TrustedOnly", "true")]
    [InlineData("Batching:MaxRequests", "-1")]
    [InlineData("Batching:MaxRequests", "101")]
    public async Task A_setting_out_of_range_stops_the_start_and_is_named(string key, string value)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => ServiceApplication.StartAsync(new() { [key] = value }));
        Assert.Contains(key, failure.ToString(), StringComparison.Ordinal);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static (string Message, string Code) Refusal(ServiceAnswer answer) => (answer.Error.Message, answer.Error.Code);

    private static Task<ServiceAnswer> PersistedAsync(ServiceCaller caller, string text, bool withText)
    {
        var extensions = new { persistedQuery = new { version = 1, sha256Hash = HashOf(text) } };
        return PostAsync(caller, withText ? new { query = text, extensions } : new { extensions });
    }

    private static Task<ServiceAnswer> ByIdAsync(ServiceCaller caller, string id) => PostAsync(caller, new { documentId = id });

    private static Task<ServiceAnswer> PostAsync(ServiceCaller caller, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(body, body.GetType()) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return caller.SendAsync(request);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
