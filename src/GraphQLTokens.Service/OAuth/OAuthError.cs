using GraphQLTokens.Service.Access;

namespace GraphQLTokens.Service.OAuth;

/// <summary>A refusal in the form of RFC 6749 section 5.2.</summary>
/// <param name="Error">A code of that section, or of RFC 8707 (<c>invalid_target</c>).</param>
/// <param name="Description">For people.</param>
internal sealed record OAuthError(string Error, string Description, int Status = StatusCodes.Status400BadRequest) : IResult
{
    public const string InvalidRequest = "invalid_request";
    public const string InvalidClientCode = "invalid_client";
    public const string InvalidGrant = "invalid_grant";
    public const string InvalidScope = "invalid_scope";
    public const string InvalidTarget = "invalid_target";
    public const string UnsupportedGrantType = "unsupported_grant_type";

    private const string BasicChallenge = "Basic realm=\"GraphQLTokens\", charset=\"UTF-8\"";

    /// <summary>A matter of the deployment: nothing can be signed.</summary>
    public static OAuthError PublicUrlUnknown { get; } = new("server_error", Denial.PublicUrlUnknownWords, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Whether the answer names the scheme by which a client would say who it is.</summary>
    private bool Challenges { get; init; }

    /// <summary>
    /// The client is not known, or not good. One that came by Basic is answered in kind; one that came in the form is not, since a browser would ask its
    /// user for a password, of whom nobody asked anything.
    /// </summary>
    public static OAuthError InvalidClient(string words, bool cameByBasic) => cameByBasic
        ? new(InvalidClientCode, words, StatusCodes.Status401Unauthorized) { Challenges = true }
        : new(InvalidClientCode, words);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Challenges)
            httpContext.Response.Headers.WWWAuthenticate = BasicChallenge;
        return new OAuthAnswer(Status, json =>
        {
            json.WriteString("error", Error);
            json.WriteString("error_description", Printable(Description));
        }).ExecuteAsync(httpContext);
    }

    /// <summary>Section 5.2 allows visible ASCII and spaces, without quotation marks and backslashes.</summary>
    private static string Printable(string text) => new([.. text.Select(character => character switch
    {
        '"' or '\\' => '\'',
        < ' ' or > '~' => '?',
        _ => character,
    })]);
}
