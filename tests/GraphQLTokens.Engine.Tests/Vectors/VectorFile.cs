using System.Text.Json;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>
/// One file of test vectors: from the folder that the environment variable GRAPHQL_VECTORS_DIR names, where it is set, else from the copy
/// beside the tests. Both have the format that <c>vectors/README.md</c> describes, with cases of their own; so nothing counts on ids or numbers.
/// </summary>
internal sealed class VectorFile
{
    private VectorFile(JsonElement root)
    {
        Root = root;
        Cases = [.. root.GetProperty("cases").EnumerateArray()];
    }

    public JsonElement Root { get; }

    /// <summary>Never empty: a file without cases is a failure, not a success.</summary>
    public IReadOnlyList<JsonElement> Cases { get; }

    /// <summary>Whether the cases are others than the committed ones.</summary>
    public static bool AreFromElsewhere => Elsewhere.Length > 0;

    private static string Elsewhere => Environment.GetEnvironmentVariable("GRAPHQL_VECTORS_DIR") ?? "";

    public static VectorFile Read(string name)
    {
        var folder = AreFromElsewhere ? Elsewhere : Path.Combine(AppContext.BaseDirectory, "vectors");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name)));
        var file = new VectorFile(document.RootElement.Clone());
        Assert.NotEmpty(file.Cases);
        return file;
    }

    /// <summary>
    /// Tries a judge on every case and fails with all that it found, by case. The judge returns null where all is as it should be.
    /// A case on which the reference implementations differ is still run, and must end, but either answer is right.
    /// </summary>
    public void AssertEach(Func<JsonElement, string?> judge)
    {
        var differences = new List<string>();
        foreach (var @case in Cases)
        {
            var difference = Judged(judge, @case);
            if (difference is not null && !Flag(@case, "differs17"))
                differences.Add($"{@case.GetProperty("id")}: {difference}");
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {Cases.Count} cases differ:\n{string.Join('\n', differences)}");
    }

    // A case that brings the engine down must not hide those after it.
    private static string? Judged(Func<JsonElement, string?> judge, JsonElement @case)
    {
        try
        {
            return judge(@case);
        }
        catch (Exception failure)
        {
            return failure.ToString();
        }
    }

    /// <summary>The errors of a case; none where it has no such property.</summary>
    public static IEnumerable<JsonElement> ErrorsOf(JsonElement @case) => @case.TryGetProperty("errors", out var errors) ? errors.EnumerateArray() : [];

    public static bool Flag(JsonElement @case, string name) => @case.TryGetProperty(name, out var flag) && flag.GetBoolean();
}
