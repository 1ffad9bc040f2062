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
        string[] documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", .. Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)];
        foreach (var document in documents)
        {
            var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
            foreach (Match link in Link().Matches(Repository.Read(document)))
                Assert.True(Path.Exists(Path.Combine(folder, link.Groups["target"].Value)), $"{document}: {link.Value} leads nowhere");
        }
    }

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

    [GeneratedRegex(@"\]\((?!https?:|#)(?<target>[^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
