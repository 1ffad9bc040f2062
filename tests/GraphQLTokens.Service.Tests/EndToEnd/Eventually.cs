using System.Diagnostics;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>For what happens beside the request: asks again, giving way in between, until it has happened or a generous time is over.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<T> Async<T>(Func<Task<T>> ask, Func<T, bool> has)
    {
        var asking = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (has(answer) || asking.Elapsed > Patience)
                return answer;
            await Task.Yield();
        }
    }
}
