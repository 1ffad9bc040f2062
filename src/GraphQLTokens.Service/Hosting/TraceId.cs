using System.Diagnostics;

namespace GraphQLTokens.Service.Hosting;

/// <summary>What one request is called in the log and in answers: the W3C trace id where there is one, else the server's own number for it.</summary>
internal static class TraceId
{
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    /// <summary>
    /// Gives the request a trace id until the answer is disposed, unless a listener to the framework's activities has seen to it: the one that came with the
    /// request (W3C Trace Context, <c>traceparent</c>), or else a new one.
    /// </summary>
    public static IDisposable? Begin(HttpContext context)
    {
        if (Activity.Current is not null)
            return null;
        var activity = new Activity("GraphQLTokens.Request").SetIdFormat(ActivityIdFormat.W3C);
        if (ActivityContext.TryParse(context.Request.Headers.TraceParent, null, isRemote: true, out var sent))
            activity.SetParentId(sent.TraceId, sent.SpanId, sent.TraceFlags);
        return activity.Start();
    }
}
