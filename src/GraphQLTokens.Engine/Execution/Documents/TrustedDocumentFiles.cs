using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>
/// Trusted documents from files. A folder is read with all that is below it; what has another ending is none of ours.
/// <code>
/// tokens/list.graphql, .gql   one document, whole with its fragments; its identifier is its path with dots: tokens.list
/// web.json                    a manifest, as graphql-codegen, Relay's compiler or Apollo's generator write it
/// </code>
/// </summary>
public static class TrustedDocumentFiles
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };

    /// <param name="path">A folder, or a manifest.</param>
    /// <exception cref="TrustedDocumentException">There is nothing to read, or a file that cannot be read.</exception>
    public static IReadOnlyList<TrustedDocument> Read(string path)
    {
        try
        {
            var documents = Directory.Exists(path) ? ReadFolder(path) : File.Exists(path) ? ReadManifest(path) : throw new TrustedDocumentException($"{path}: there is no such file or folder");
            return documents.Count > 0 ? documents : throw new TrustedDocumentException($"{path}: there are no documents in it");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TrustedDocumentException($"{path}: it cannot be read: {exception.Message}");
        }
    }

    private static List<TrustedDocument> ReadFolder(string folder)
    {
        var documents = new List<TrustedDocument>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", Everything).Order(StringComparer.Ordinal))
        {
            switch (Path.GetExtension(file))
            {
                case ".graphql" or ".gql":
                    documents.Add(new TrustedDocument(IdentifierOf(folder, file), new SourceText(File.ReadAllText(file), file)));
                    break;
                case ".json":
                    documents.AddRange(ReadManifest(file));
                    break;
            }
        }

        return documents;
    }

    private static string IdentifierOf(string folder, string file) =>
        Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace(Path.DirectorySeparatorChar, '.');

    private static IReadOnlyList<TrustedDocument> ReadManifest(string file) => DocumentManifest.Read(new SourceText(File.ReadAllText(file), file));
}
