namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Ids are UUIDv7: made without asking the store, and increasing with time, so that rows made together lie together.
/// On the wire they have dashes and lower case; without dashes, or in upper case, they are understood too.
/// Stored are the 16 bytes, most significant first: half the size of text, and SQLite's blobs and PostgreSQL's uuid then
/// compare alike, byte by byte, which is also the order of the text form.
/// </summary>
internal static class EntityId
{
    public static Guid New(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow());

    public static bool TryParse(string? text, out Guid id)
    {
        id = default;
        return text is { Length: 36 } && Guid.TryParseExact(text, "D", out id)
            || text is { Length: 32 } && Guid.TryParseExact(text, "N", out id);
    }

    public static string Format(Guid id) => id.ToString("D");
}
