using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQLTokens.Engine;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Validation;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>What stands in docs/ to be copied: commands run, documents fit the schema, JSON is JSON.</summary>
public sealed partial class DocumentSampleTests : IAsyncLifetime
{
    private const string Url = "http://127.0.0.1:8080";
    private readonly string directory = Directory.CreateDirectory(Path.Combine(TestService.NewDirectory(), "data")).Parent!.FullName;
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(directory: Path.Combine(directory, "data"));

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Commands_are_answered_without_errors()
    {
        var run = 0;
        foreach (var (document, commands) in Samples(ShellBlock()))
        {
            // A stream has no end to wait for; its document is looked at below.
            if (commands.Contains("curl -N", StringComparison.Ordinal))
                continue;
            var printed = await Shell.RunAsync($"KEY=$(cat data/root-token)\n{commands.Replace(Url, service.Url, StringComparison.Ordinal)}", directory);
            using var answer = JsonDocument.Parse(printed);
            Assert.False(answer.RootElement.TryGetProperty("errors", out _) || answer.RootElement.TryGetProperty("code", out _), $"{document}:\n{commands}prints\n{printed}");
            run++;
        }
        Assert.True(run >= 3, "The documents have lost their commands.");
    }

    [Fact]
    public void GraphQL_documents_fit_the_schema()
    {
        var schema = service.Services.GetRequiredService<RequestExecutor>().Schema;
        var samples = Samples(IndentedDocument()).Concat(Samples(PostedText()).Select(sample => (sample.Document, QueryOf(sample.Text)))).Where(sample => sample.Item2.Length > 0).ToList();
        Assert.True(samples.Count >= 8, "The documents have lost their samples.");
        foreach (var (document, text) in samples)
        {
            var errors = DocumentValidator.Validate(schema, Parser.Parse(new SourceText(text)));
            Assert.True(errors.Count == 0, $"{document}: {text}: {string.Join(" ", errors.Select(error => error.Message))}");
        }
    }

    [Fact]
    public void Json_is_json()
    {
        var samples = Samples(JsonBlock()).Concat(Samples(JsonLine())).Concat(Samples(PostedText())).ToList();
        Assert.True(samples.Count >= 8, "The documents have lost their JSON.");
        foreach (var (document, text) in samples)
            Assert.True(IsJson(text), $"{document}: no JSON: {text}");
    }

    [Fact]
    public async Task A_key_for_secrets_that_is_lost_costs_no_more_than_operating_md_says()
    {
        const string Issue = "mutation { createAccessToken(input: {}) { accessToken } }";
        _ = (await service.Root.AskAsync(Issue)).Data;
        await service.DisposeAsync();
        File.Delete(Path.Combine(directory, "data", "secrets-key"));

        await using (var store = new SqliteConnection($"Data Source={Path.Combine(directory, "data", "tokens.db")};Pooling=False"))
        {
            await store.OpenAsync();
            await using var command = store.CreateCommand();
            command.CommandText = Assert.Single(StoreCommand().Matches(Repository.Read("docs/operating.md"))).Groups["sql"].Value;
            await command.ExecuteNonQueryAsync();
        }
        service = await ServiceApplication.StartAsync(directory: Path.Combine(directory, "data"));
        _ = (await service.Root.AskAsync(Issue)).Data;
    }

    private static IEnumerable<(string Document, string Text)> Samples(Regex pattern) =>
        from file in Directory.GetFiles(Repository.PathOf("docs"), "*.md").Order(StringComparer.Ordinal)
        from Match sample in pattern.Matches(File.ReadAllText(file))
        select (Path.GetFileName(file), sample.Groups["text"].Value);

    private static string QueryOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("query", out var query) ? query.GetString()! : "";
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"```sh\n(?<text>(?:(?!```).*\n)+)```")]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"```json\n(?<text>(?:(?!```).*\n)+)```")]
    private static partial Regex JsonBlock();

    /// <summary>One operation a line, in a block that is set off by four spaces.</summary>
    [GeneratedRegex(@"^    (?<text>(?:query|mutation|subscription)\b.*)$", RegexOptions.Multiline)]
    private static partial Regex IndentedDocument();

    /// <summary>A body on a line of its own, or behind the request that it goes with.</summary>
    [GeneratedRegex(@"^    (?:(?:POST|DELETE) \S+ +)?(?<text>\{"".*\})$", RegexOptions.Multiline)]
    private static partial Regex JsonLine();

    [GeneratedRegex(@"^    sqlite3 data/tokens\.db ""(?<sql>DELETE [^""]+)""$", RegexOptions.Multiline)]
    private static partial Regex StoreCommand();

    /// <summary>What curl is told to send.</summary>
    [GeneratedRegex(@" -d '(?<text>\{[^']*\})'")]
    private static partial Regex PostedText();
}
