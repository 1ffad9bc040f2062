using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace GraphQLTokens.Engine.Transports;

/// <summary>Clients that take what they are sent too slowly.</summary>
internal static class SlowReaders
{
    /// <summary>
    /// Leaves a connection that stays open to the transport's own time-out: the server's would come first, after 5 seconds at its defaults, and would not
    /// say in the log what became of the stream.
    /// </summary>
    public static void AreOurs(HttpContext context)
    {
        // Over HTTP/2 it is the whole connection's and stays: there, too, one that takes nothing at all is cut.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } feature)
            feature.MinDataRate = null;
    }
}
