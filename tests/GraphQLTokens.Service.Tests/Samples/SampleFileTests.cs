using System.Text.Json;
using GraphQLTokens.Engine;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.Samples;

/// <summary>The files in samples/, sent as they are and in their order.</summary>
public sealed class SampleFileTests : IAsyncLifetime
{
    private ServiceApplication service = null!;
    private ServiceCaller? created;
    private string id = "";

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Each_GraphQL_document_is_answered_without_errors()
    {
        foreach (var file in Files("graphql"))
        {
            var document = await File.ReadAllTextAsync(file);
            Learn(await CallerOf(document).AskAsync(document, VariablesOf(document)), file);
        }
    }

    [Fact]
    public async Task Each_HTTP_request_is_answered_without_errors()
    {
        foreach (var file in Files("http"))
        {
            var text = await File.ReadAllTextAsync(file);
            Learn(await CallerOf(text).SendAsync(Request(text)), file);
        }
    }

    [Fact]
    public void Every_field_of_the_root_types_has_a_sample_of_both_kinds()
    {
        var schema = service.Services.GetRequiredService<RequestExecutor>().Schema;
        var fields = schema.QueryType.Fields.Concat(schema.MutationType!.Fields).Select(field => field.Name).Order().ToArray();
        Assert.Equal(fields, Files("graphql").SelectMany(file => RootFieldsOf(File.ReadAllText(file))).Distinct().Order());
        Assert.Equal(Files("graphql").Select(Path.GetFileNameWithoutExtension), Files("http").Select(Path.GetFileNameWithoutExtension));
        Assert.All(Files("http"), file => Assert.Equal(Words(File.ReadAllText(Path.ChangeExtension(file, "graphql"))), Words(QueryOf(File.ReadAllText(file)))));
    }

    private static string[] Files(string extension) => [.. Directory.GetFiles(Repository.PathOf("samples"), $"*.{extension}").Order(StringComparer.Ordinal)];

    private ServiceCaller CallerOf(string text) => new HttpFile(text).IsSentByCreated ? created! : service.Root;

    private Dictionary<string, string> VariablesOf(string document) =>
        Parser.Parse(new SourceText(document)).Definitions.OfType<OperationDefinitionNode>().Single().VariableDefinitions.Select(variable => variable.Variable.Name.Value)
            .Where(name => name is "id" or "value").ToDictionary(name => name, name => name == "id" ? id : created!.Key!);

    /// <summary>What later samples need: the created token's id and value.</summary>
    private void Learn(ServiceAnswer answer, string file)
    {
        Assert.True(answer.Errors.Count == 0, $"{file}: {answer}");
        foreach (var field in answer.Data.EnumerateObject())
        {
            if (field.Value.ValueKind is not JsonValueKind.Object || !field.Value.TryGetProperty("token", out var token) || !token.TryGetProperty("value", out var value))
                continue;
            created = service.Caller(value.GetString());
            id = token.TryGetProperty("id", out var told) ? told.GetString()! : id;
        }
    }

    private HttpRequestMessage Request(string text) =>
        new HttpFile(text).Request(new Dictionary<string, string> { ["host"] = service.Url, ["key"] = CallerOf(text).Key!, ["id"] = id, ["value"] = created?.Key ?? "" });

    private static string QueryOf(string http) =>
        JsonSerializer.Deserialize<JsonElement>(http[http.IndexOf("\n{", StringComparison.Ordinal)..]).GetProperty("query").GetString()!;

    private static string Words(string document) => SyntaxPrinter.Print(Parser.Parse(new SourceText(document)));

    private static IEnumerable<string> RootFieldsOf(string document) =>
        Parser.Parse(new SourceText(document)).Definitions.OfType<OperationDefinitionNode>().SelectMany(operation => operation.SelectionSet.Selections).OfType<FieldNode>().Select(field => field.Name.Value);
}
