using System.Net;
using GraphQLTokens.Service.Access;

namespace GraphQLTokens.Service.Hosting;

/// <summary>Leaves the client's address where the access rules read it. Where it is the connection's own, nothing needs to be left.</summary>
internal sealed class ClientAddress(RequestDelegate next, ClientAddressWalk walk)
{
    public Task InvokeAsync(HttpContext context)
    {
        var connection = context.Connection.RemoteIpAddress;
        var client = walk.Find(connection, context.Request.Headers);
        if (!ReferenceEquals(client, connection))
            context.Features.Set<IClientAddressFeature>(new Found(client));
        return next(context);
    }

    private sealed record Found(IPAddress? Address) : IClientAddressFeature;
}
