using System.Text.Json;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// JSON whose text is text. The grammar of RFC 8259 takes an escape for half a surrogate pair, and its readers let bytes stand that are no UTF-8 (section 8.2: the
/// outcome is unpredictable): whoever stores such a string has one that nobody can write again.
/// </summary>
internal static class JsonText
{
    /// <summary>Whether every name and every string within can be read as Unicode.</summary>
    /// <param name="json">As deep as its reader has let it be.</param>
    public static bool IsUnicode(JsonElement json)
    {
        try
        {
            return ReadAll(json);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // What is no text cannot be read: reading it throws.
    private static bool ReadAll(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString() is not null,
        JsonValueKind.Object => json.EnumerateObject().All(member => member.Name is not null && ReadAll(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().All(ReadAll),
        _ => true,
    };
}
