namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// What the framework refuses with a status alone, such as an address with nothing behind it or a method that an endpoint has not, in the form of every
/// other refusal.
/// </summary>
internal static class BareRefusals
{
    /// <summary>An answer that has a body, or a content type, stays as it is.</summary>
    public static void UseBareRefusals(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (IsBare(context.Response))
            await ServerProblem.WriteAsync(context, WordsFor(context.Response));
    });

    // As UseStatusCodePages has it, which leaves a dictionary behind each request: an eighth of all that a small query allocates.
    private static bool IsBare(HttpResponse response) =>
        !response.HasStarted && response.StatusCode is >= 400 and < 600 && response.ContentLength is null && string.IsNullOrEmpty(response.ContentType);

    private static string? WordsFor(HttpResponse response) => response.StatusCode switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => $"The methods here are {response.Headers.Allow}.",
        _ => null,
    };
}
