using System.Text.RegularExpressions;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>The README's first five minutes: its very commands, run by a shell, and what it says they print.</summary>
public sealed partial class ReadmeTests
{
    private const string Url = "http://127.0.0.1:8080";
    private const string Border = "----- next block -----";

    [Fact]
    public async Task The_first_five_minutes_work_as_they_are_written()
    {
        var steps = Steps().Matches(Section("First five minutes"));
        Assert.True(steps.Count >= 8, "The section has lost its steps.");
        var directory = Directory.CreateDirectory(Path.Combine(TestService.NewDirectory(), "data")).Parent!.FullName;
        try
        {
            await using var service = await ServiceApplication.StartAsync(directory: Path.Combine(directory, "data"));
            var script = string.Concat(steps.Select(step => $"{step.Groups["commands"].Value}echo '{Border}'\n"));
            var printed = (await Shell.RunAsync(script.Replace(Url, service.Url, StringComparison.Ordinal), directory)).Split(Border + "\n");
            for (var i = 0; i < steps.Count; i++)
            {
                var expected = steps[i].Groups["output"].Value.TrimEnd();
                var pattern = $"^{Regex.Escape(expected).Replace("…", ".*", StringComparison.Ordinal)}$";
                Assert.True(Regex.IsMatch(printed[i].TrimEnd(), pattern, RegexOptions.Singleline), $"{steps[i].Groups["commands"].Value}\nshould print\n{expected}\nand prints\n{printed[i]}");
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void The_shell_s_blocks_all_say_what_they_print() =>
        Assert.Equal(Section("First five minutes").Split("```sh\n").Length - 1, Steps().Count(Section("First five minutes")));

    private static string Section(string title) =>
        Repository.Read("README.md").Split("\n## ").Single(section => section.StartsWith(title, StringComparison.Ordinal));

    /// <summary>A block of commands, perhaps a sentence, and the block of what they print; "…" stands for anything. Commands without output have an empty block of none.</summary>
    [GeneratedRegex(@"```sh\n(?<commands>(?:(?!```).*\n)+)```\n(?:(?:(?!```).*\n)*```text\n(?<output>(?:(?!```).*\n)*)```)?")]
    private static partial Regex Steps();
}
