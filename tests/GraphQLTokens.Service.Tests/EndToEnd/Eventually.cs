namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>For what happens beside the request: asks again, giving way in between, until it has happened or a generous number of questions is used up.</summary>
internal static class Eventually
{
    private const int Questions = 2000;

    public static async Task<T> Async<T>(Func<Task<T>> ask, Func<T, bool> has)
    {
        for (var i = 1; ; i++)
        {
            var answer = await ask();
            if (has(answer) || i == Questions)
                return answer;
            await Task.Yield();
        }
    }
}
