namespace GraphQLTokens.Service.Rest.ForwardAuth;

/// <summary>
/// Which part of a request target a gateway wrote, and which part its client did.
/// <code>
/// /auth/forward?permission=AlertRead                   all of it is the gateway's
/// /auth/forward/any/path?permission=AlertRead          likewise; the path says nothing
/// /auth/forward;permission=AlertRead/orders?page=2     the gateway's up to the first slash or question mark after the prefix,
///                                                      the client's from there on, and never looked at
/// </code>
/// It is read from the target as it was sent. The server's own path is decoded and has its dot segments taken out: a client whose path is appended to the
/// gateway's could climb over the rules, and on to a page that answers 200 to anybody.
/// </summary>
internal static class ForwardAuthTarget
{
    public const string Prefix = "/auth/forward";

    /// <summary>Whether the target leads here. What follows the prefix does not matter: <c>/auth/forwarded</c> is a slip in the gateway's configuration, and is told so.</summary>
    public static bool Leads(string target) => target.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The rules as the gateway wrote them, and what stands between two of them. False: the target is none of the forms above.</summary>
    public static bool TryReadRules(string target, out ReadOnlySpan<char> rules, out char separator)
    {
        rules = [];
        separator = '&';
        if (!Leads(target))
            return false;
        var rest = target.AsSpan(Prefix.Length);
        if (rest is [';', .. var own])
        {
            separator = ';';
            var end = own.IndexOfAny('/', '?');
            rules = end < 0 ? own : own[..end];
            return true;
        }
        var query = rest.IndexOf('?');
        if (query >= 0)
            rules = rest[(query + 1)..];
        return rest is [] or ['/' or '?', ..];
    }
}
