using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Service.Hosting;

/// <summary>One file of the playground's folder, as it is handed out.</summary>
internal sealed record PlaygroundFile(string Path, string ContentType, DateTimeOffset Changed, EntityTagHeaderValue Tag, string CacheControl)
{
    /// <summary>Whether a browser may show it as a page: it then needs a content security policy. SVG images run scripts too when they are shown alone.</summary>
    public bool IsPage => ContentType is "text/html" or "image/svg+xml";
}

/// <summary>
/// The playground's folder, listed once at start: only a path in this list leads to a file, so no path can lead out of the folder.
/// Names under <c>/static/</c> carry a hash of their content and may be kept for ever; everything else is asked for again each time.
/// </summary>
internal static class PlaygroundFiles
{
    public const string Page = "/index.html";
    private const string KeepForEver = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    /// <summary>Keys are request paths below the GraphQL path, e.g. <c>/static/css/styles.css</c>. Empty when the service was built without the playground.</summary>
    public static FrozenDictionary<string, PlaygroundFile> List(string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        var files = new Dictionary<string, PlaygroundFile>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            return files.ToFrozenDictionary(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var path = "/" + Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            var type = types.TryGetContentType(path, out var known) ? known : "text/plain";
            var changed = new DateTimeOffset(file.LastWriteTimeUtc);
            var tag = new EntityTagHeaderValue($"\"{changed.ToUnixTimeMilliseconds():x}-{file.Length:x}\"");
            var cache = path.StartsWith("/static/", StringComparison.Ordinal) ? KeepForEver : AskEachTime;
            files[path] = new PlaygroundFile(file.FullName, type, changed, tag, cache);
        }
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
