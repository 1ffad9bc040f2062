using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.GraphQL;
using GraphQLTokens.Service.GraphQL.Limits;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Lists in the documentation equal what the code has.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Errors_md_lists_every_code_and_no_other()
    {
        var codes = new[] { typeof(ErrorCodes), typeof(ServiceCodes) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Distinct();
        Assert.Equal(codes.Order(StringComparer.Ordinal), FirstColumn(Repository.Read("docs/errors.md")).Select(row => row.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_README_lists_every_setting_with_its_default()
    {
        var settings = typeof(Program).Assembly.GetTypes()
            .Where(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true })
            .SelectMany(SettingsOf)
            .Append((PermissionExtension.Key, ""));
        var listed = FirstColumn(Repository.Read("README.md")).Where(row => row.Key.Contains(':', StringComparison.Ordinal)).Select(row => (row.Key, row.Second));
        Assert.Equal(settings.OrderBy(setting => setting.Item1, StringComparer.Ordinal), listed.OrderBy(setting => setting.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Limits_md_names_every_setting_of_a_limit()
    {
        var text = Repository.Read("docs/limits.md");
        var settings = new[] { typeof(GraphQLSettings), typeof(StreamSettings), typeof(BatchingSettings) }.SelectMany(SettingsOf).Select(setting => setting.Item1);
        Assert.All(settings, key => Assert.Contains($"`{key}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_between_the_documents_lead_somewhere()
    {
        string[] documents =
        [
            "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "src/GraphQLTokens.Engine/README.md",
            .. Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories),
        ];
        foreach (var document in documents)
        {
            foreach (Match link in Link().Matches(Repository.Read(document)))
            {
                var file = link.Groups["target"].Value;
                var target = file.Length == 0 ? Repository.PathOf(document) : Path.Combine(Path.GetDirectoryName(Repository.PathOf(document))!, file);
                Assert.True(Path.Exists(target), $"{document}: {link.Value} leads nowhere");
                var anchor = link.Groups["anchor"].Value;
                Assert.True(anchor.Length == 0 || Heading().Matches(File.ReadAllText(target)).Any(heading => AnchorOf(heading.Groups["words"].Value) == anchor), $"{document}: {link.Value} has no such heading");
            }
        }
    }

    [Fact]
    public void The_documents_name_no_setting_that_there_is_not()
    {
        var known = FirstColumn(Repository.Read("README.md")).Select(row => row.Key).Where(key => key.Contains(':', StringComparison.Ordinal)).Select(key => Numbered().Replace(key, ":0")).ToHashSet(StringComparer.Ordinal);
        var sections = known.Select(key => key.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var document in Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md")).Append(Repository.PathOf("SECURITY.md")))
        {
            foreach (var key in Setting().Matches(File.ReadAllText(document)).Select(named => Numbered().Replace(named.Groups["key"].Value.Replace("__", ":", StringComparison.Ordinal), ":0")))
                Assert.True(!sections.Contains(key.Split(':')[0]) || known.Contains(key) || known.Contains($"{key}:0"), $"{document}: there is no {key}");
        }
    }

    /// <summary>As GitHub makes anchors of headings.</summary>
    private static string AnchorOf(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_')).Replace(' ', '-');

    private static IEnumerable<(string, string)> SettingsOf(Type type)
    {
        var section = (string)type.GetField("Section", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;
        var defaults = Activator.CreateInstance(type);
        return type.GetProperties().Select(property => property.PropertyType switch
        {
            { IsGenericType: true } list when list.IsAssignableTo(typeof(IDictionary)) => ($"{section}:{property.Name}:<version>", ""),
            var list when list != typeof(string) && list.IsAssignableTo(typeof(IEnumerable)) => ($"{section}:{property.Name}:<n>", ""),
            _ => ($"{section}:{property.Name}", Text(property.GetValue(defaults))),
        });
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static IEnumerable<(string Key, string Second)> FirstColumn(string markdown) =>
        Row().Matches(markdown).Select(row => (row.Groups["key"].Value, row.Groups["second"].Value.Trim().Trim('`')));

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \|(?<second>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\((?!https?:)(?<target>[^)#]*)(?:#(?<anchor>[^)]*))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>A key in code, whole or before its value: <c>`Store:Path`</c>, <c>`Documents:TrustedOnly=true`</c>, <c>`Store__Path=...`</c>.</summary>
    [GeneratedRegex(@"`(?<key>[A-Z][A-Za-z]+(?:(?::|__)(?:[A-Z][A-Za-z]+|\d+|<[a-z]+>))+)(?:=[^`]*)?`")]
    private static partial Regex Setting();

    [GeneratedRegex(@":(?:\d+|<[a-z]+>)$")]
    private static partial Regex Numbered();
}
