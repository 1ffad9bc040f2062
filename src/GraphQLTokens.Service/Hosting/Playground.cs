using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// The GraphQL IDE at each GraphQL path. The page's own links are relative, so it must be seen at <c>/graphql/</c>.
/// <code>
/// GET /graphql            a browser: 302 to graphql/     anybody else: not ours
/// GET /graphql/           a browser: the page            anybody else: not ours
/// GET /graphql/(file)     anybody: the file, where there is one
/// </code>
/// </summary>
internal sealed partial class Playground
{
    /// <summary>
    /// The page may load and call this origin alone, whatever its bundle names. The editor compiles schemas and injects styles,
    /// hence the two unsafe words; they reach nobody while nothing foreign can be loaded.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly RequestDelegate _next;
    private readonly PathString[] _paths;
    private readonly FrozenDictionary<string, PlaygroundFile> _files;
    private readonly byte[] _config;

    public Playground(RequestDelegate next, PathString[] paths, IOptions<PlaygroundSettings> settings, ILogger<Playground> log)
    {
        _next = next;
        _paths = paths;
        _files = PlaygroundFiles.List(Path.Combine(AppContext.BaseDirectory, "playground"));
        _config = PlaygroundConfig.Write(settings.Value.Title);
        if (!_files.ContainsKey(PlaygroundFiles.Page))
            NotBuilt(log);
    }

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return _next(context);
        foreach (var path in _paths)
        {
            if (request.Path.StartsWithSegments(path, out var rest))
                return Answer(context, path, rest.Value ?? "") ?? _next(context);
        }
        return _next(context);
    }

    private Task? Answer(HttpContext context, PathString path, string rest)
    {
        if (!_files.TryGetValue(rest is "" or "/" ? PlaygroundFiles.Page : rest, out var file))
        {
            return _files.Count == 0 ? null : rest switch
            {
                "/bcp-config.json" => Send(context, _config, "application/json"),
                PlaygroundServiceWorker.Path => Send(context, PlaygroundServiceWorker.Script.ToArray(), "text/javascript"),
                _ => null,
            };
        }
        if (rest is "" or "/")
        {
            // The same URL answers API clients otherwise, so caches must keep the two apart.
            context.Response.Headers.Vary = "Accept";
            if (!BrowserVisit.WantsPage(context.Request))
                return null;
            if (rest == "")
                return Redirect(context.Response, path.Value!);
        }
        // By any of its names: a page that can be had without its policy can be framed.
        if (file.IsPage)
            SecurityHeaders.ForPage(context.Response.Headers, Policy);
        context.Response.Headers.CacheControl = file.CacheControl;
        return TypedResults.PhysicalFile(file.Path, file.ContentType, lastModified: file.Changed, entityTag: file.Tag).ExecuteAsync(context);
    }

    /// <summary>Relative, so that it holds behind a proxy that cuts a prefix off, and without a word from the <c>Host</c> header.</summary>
    private static Task Redirect(HttpResponse response, string path)
    {
        response.Headers.CacheControl = "no-store";
        response.Redirect(path[(path.LastIndexOf('/') + 1)..] + "/");
        return Task.CompletedTask;
    }

    private static Task Send(HttpContext context, byte[] content, string type)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(content, type).ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Warning, "The playground is enabled, but this service was built without it (-p:Playground=false)")]
    private static partial void NotBuilt(ILogger log);
}
