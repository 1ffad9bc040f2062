namespace GraphQLTokens.Engine.Tests.Architecture;

/// <summary>The files that a clone holds: everything but what builds and runs leave behind.</summary>
internal static class Repository
{
    private static readonly string[] LeftBehind = [".git", "bin", "obj", "node_modules", "artifacts", "generated", "data", "TestResults", ".vs", ".idea"];

    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string pattern = "*") =>
        Walk(new DirectoryInfo(Root), pattern).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder, string pattern) => folder.EnumerateFiles(pattern)
        .Concat(folder.EnumerateDirectories().Where(inner => !LeftBehind.Contains(inner.Name)).SelectMany(inner => Walk(inner, pattern)));

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GraphQLTokens.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests read the source tree; run them from a clone.");
    }
}
