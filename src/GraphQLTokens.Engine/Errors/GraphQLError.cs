namespace GraphQLTokens.Engine.Errors;

/// <summary>One entry of a response's `errors` (section 7.1.6). Immutable.</summary>
public sealed class GraphQLError
{
    /// <param name="message">For the developer of the client; it names what is wrong, and never a secret.</param>
    /// <param name="locations">Places in the document; empty when the error belongs to no place.</param>
    /// <param name="path">The response position of a field error; null for a request error.</param>
    /// <param name="code"><c>extensions.code</c>, or null for none.</param>
    /// <param name="extensions">Further entries of `extensions`, written beside the code; what JSON cannot hold is written as null.</param>
    public GraphQLError(
        string message,
        IReadOnlyList<SourceLocation>? locations = null,
        ResponsePath? path = null,
        string? code = null,
        IReadOnlyDictionary<string, object?>? extensions = null)
    {
        Message = message;
        Locations = locations ?? [];
        Path = path;
        Code = code;
        Extensions = extensions;
    }

    public string Message { get; }

    public IReadOnlyList<SourceLocation> Locations { get; }

    public ResponsePath? Path { get; }

    public string? Code { get; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>Whether what came was no text of a request at all, so that there was nothing to judge: HTTP has another status for that.</summary>
    internal bool IsUnreadable { get; init; }

    /// <summary>The same error at a response position and its field's place in the document.</summary>
    public GraphQLError At(ResponsePath path, IReadOnlyList<SourceLocation> locations) => new(Message, locations, path, Code, Extensions);

    /// <summary>The same error with a code.</summary>
    public GraphQLError WithCode(string code) => new(Message, Locations, Path, code, Extensions);

    public override string ToString() => Locations.Count == 0 ? Message : $"{Message} ({Locations[0].Line}:{Locations[0].Column})";
}
