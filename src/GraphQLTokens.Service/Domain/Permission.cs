namespace GraphQLTokens.Service.Domain;

/// <summary>Something that a token may be allowed to do: a name of the schema's enum Permission, and the name that people know it by.</summary>
internal sealed record Permission(string Name, string DisplayName, string? Description = null)
{
    /// <summary>A GraphQL name (specification section 2.1.9) that may stand in an enum: not true, false or null.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 100 || char.IsAsciiDigit(text[0]) || text is "true" or "false" or "null")
            return false;
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
                return false;
        }
        return true;
    }
}
