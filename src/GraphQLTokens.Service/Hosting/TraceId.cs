using System.Diagnostics;

namespace GraphQLTokens.Service.Hosting;

/// <summary>What one request is called in the log and in answers: the W3C trace id where there is one, else the server's own number for it.</summary>
internal static class TraceId
{
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
