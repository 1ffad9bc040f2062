using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>Hands <see cref="LimitSettings"/> to the server, and keeps its name out of answers.</summary>
internal sealed class KestrelLimits(IOptions<LimitSettings> settings) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options)
    {
        var wanted = settings.Value;
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = wanted.MaxRequestBodyBytes;
        options.Limits.MaxRequestHeadersTotalSize = wanted.MaxRequestHeadersBytes;
        options.Limits.MaxRequestLineSize = wanted.MaxRequestLineBytes;
        options.Limits.MaxRequestBufferSize = Math.Max(1024 * 1024, wanted.MaxRequestLineBytes);
        options.Limits.RequestHeadersTimeout = wanted.RequestHeadersTimeout;
        options.Limits.KeepAliveTimeout = wanted.KeepAliveTimeout;
        options.Limits.MaxConcurrentConnections = wanted.MaxConnections;
        options.Limits.MaxConcurrentUpgradedConnections = wanted.MaxConnections;
    }
}
