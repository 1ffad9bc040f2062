using GraphQLTokens.Service.Tests.Persistence;
using Xunit.Abstractions;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>
/// Whatever is called in whatever order: nobody gains a permission, an address or a time that they lacked. <c>RIGHTS_SEED</c> and <c>RIGHTS_STEPS</c>
/// in the environment walk elsewhere and further.
/// </summary>
public sealed class RightsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(20_260)]
    [InlineData(987_654)]
    public async Task No_sequence_of_operations_gains_a_right(int seed)
    {
        seed = Setting("RIGHTS_SEED") + seed ?? seed;
        await using var service = await TestService.StartAsync();
        var walk = new RightsWalk(service, seed);

        await walk.RunAsync(Setting("RIGHTS_STEPS") ?? 1_500);

        output.WriteLine($"seed {seed}: {string.Join(", ", walk.Ends.OrderBy(end => end.Key, StringComparer.Ordinal).Select(end => $"{end.Key} {end.Value}"))}");
        foreach (var end in new[]
        {
            "create Done", "create AboveOwnRights", "create CallerChanged", "update Done", "update AboveOwnRights", "update NotFound", "rotate Done",
            "rotate AboveOwnRights", "rotate NotByAccessToken", "delete Done", "narrow Done", "narrow AboveOwnRights",
        })
        {
            Assert.True(walk.Ends.GetValueOrDefault(end) > 0, $"seed {seed}: the walk never met \"{end}\"");
        }
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : null;
}
