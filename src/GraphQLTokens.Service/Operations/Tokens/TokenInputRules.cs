using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// Reads the fields that create and update have in common, and collects every fault on the way.
/// Lengths count Unicode scalar values: what PostgreSQL counts too, and the same for every version of Unicode.
/// </summary>
internal sealed class TokenInputRules(PermissionCatalog catalog, DateTimeOffset now)
{
    public const int MaxNameLength = 100;
    public const int MaxDescriptionLength = 1000;
    public const int MaxMetadataBytes = 8 * 1024;
    private const int MaxMetadataDepth = 32;

    private readonly List<InputFault> faults = [];

    public IReadOnlyList<InputFault> Faults => faults;

    /// <summary>Trimmed; 1 to 100 characters on one line.</summary>
    public string Name(string? text)
    {
        var name = text?.Trim() ?? "";
        if (text is null)
            Fault("input.name", "cannot be null");
        else if (!IsSeen(name))
            Fault("input.name", "is empty");
        else if (!TryCount(name, multiline: false, out var length))
            Fault("input.name", "holds control characters, direction overrides or broken characters");
        else if (length > MaxNameLength)
            Fault("input.name", $"is {length} characters long; at most {MaxNameLength} are allowed");
        else
            NoSecret("input.name", name);
        return name;
    }

    /// <summary>At most 1,000 characters; lines and tabs are allowed.</summary>
    public string? Description(string? text)
    {
        if (text is null)
            return null;
        if (!TryCount(text, multiline: true, out var length))
            Fault("input.description", "holds control characters, direction overrides or broken characters");
        else if (length > MaxDescriptionLength)
            Fault("input.description", $"is {length} characters long; at most {MaxDescriptionLength} are allowed");
        else
            NoSecret("input.description", text);
        return text;
    }

    public PermissionSet Permissions(IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            Fault("input.permissions", "cannot be null");
            return PermissionSet.None;
        }
        for (var i = 0; i < names.Count; i++)
        {
            if (!catalog.Contains(names[i]))
                Fault($"input.permissions[{i}]", $"names no permission: {Shown(names[i])}");
        }
        return PermissionSet.Of(names.Where(catalog.Contains));
    }

    public IReadOnlyList<CidrBlock> Blocks(string field, IReadOnlyList<string>? texts)
    {
        var blocks = new List<CidrBlock>();
        if (texts is null)
        {
            Fault(field, "cannot be null");
            return blocks;
        }
        if (texts.Count > CidrRules.MaxBlocks)
        {
            Fault(field, $"has {texts.Count} blocks; at most {CidrRules.MaxBlocks} are allowed");
            return blocks;
        }
        for (var i = 0; i < texts.Count; i++)
        {
            if (CidrBlock.TryParse(texts[i], out var block, out var fault))
                blocks.Add(block);
            else
                Fault($"{field}[{i}]", $"{Shown(texts[i])} {fault}");
        }
        return blocks;
    }

    /// <summary>The instant at which the token ends; <see cref="Instant.Never"/> for null.</summary>
    public DateTimeOffset End(ExpiryInput? expiry)
    {
        if (expiry is null)
            return Instant.Never;
        if ((expiry.At is null ? 0 : 1) + (expiry.After is null ? 0 : 1) + (expiry.Never ? 1 : 0) != 1)
        {
            Fault("input.expiry", "must be exactly one of at, after and never: true");
            return Instant.Never;
        }
        if (expiry.Never)
            return Instant.Never;
        if (expiry.After is { } span && span >= Instant.Never - now)
        {
            Fault("input.expiry.after", "lies beyond the year 9999; never: true has no end");
            return Instant.Never;
        }
        var end = Instant.Truncate(expiry.At ?? now + expiry.After!.Value);
        if (end <= now)
            Fault(expiry.At is null ? "input.expiry.after" : "input.expiry.at", "is not in the future");
        return end;
    }

    public bool Flag(string field, bool? value)
    {
        if (value is null)
            Fault(field, "cannot be null");
        return value ?? false;
    }

    /// <summary>A token must be good for some time.</summary>
    public void Period(DateTimeOffset? notBefore, DateTimeOffset end)
    {
        if (notBefore >= end)
            Fault("input.notBefore", "does not lie before the expiry");
    }

    /// <summary>1 to 1,000,000 uses in whole seconds, at most 31 days.</summary>
    public RateLimit RateLimit(RateLimitInput input)
    {
        if (!Domain.RateLimit.IsLimit(input.Limit))
            Fault("input.rateLimit.limit", $"must lie between 1 and {Domain.RateLimit.MaxLimit}");
        if (!Domain.RateLimit.IsWindow(input.Window))
            Fault("input.rateLimit.window", "must be whole seconds, between PT1S and P31D");
        return new RateLimit(input.Limit, input.Window);
    }

    /// <summary>A JSON object of at most 8 KiB in UTF-8, kept as written.</summary>
    public string? Metadata(string? json)
    {
        if (json is null)
            return null;
        if (Encoding.UTF8.GetByteCount(json) is var bytes and > MaxMetadataBytes)
            Fault("input.metadata", $"is {bytes} bytes long; at most {MaxMetadataBytes} are allowed");
        else if (!IsObject(json))
            Fault("input.metadata", $"is not a JSON object with each name once, at most {MaxMetadataDepth} levels deep");
        else
            NoSecret("input.metadata", json);
        return json;
    }

    /// <summary>These fields are stored and shown as they are. A pasted token value would be a secret in clear text.</summary>
    private void NoSecret(string field, string text)
    {
        if (TokenValueMask.Holds(text))
            Fault(field, "holds the value of a token, which is a secret");
    }

    private void Fault(string field, string reason)
    {
        if (faults.Count < InputFault.MaxTold)
            faults.Add(new InputFault(field, reason));
    }

    private static bool IsObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxMetadataDepth, AllowDuplicateProperties = false });
            // It is written again as it stands, in answers that hold much else: what cannot be read there would spoil them all.
            return document.RootElement.ValueKind == JsonValueKind.Object && JsonText.IsUnicode(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Counts scalar values; false for what could break a line of a log or show a name as another one.</summary>
    private static bool TryCount(string text, bool multiline, out int length)
    {
        length = 0;
        for (var i = 0; i < text.Length; length++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
                return false;
            var isLayout = multiline && rune.Value is ('\n' or '\r' or '\t');
            var isForbidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            if (isForbidden && !isLayout)
                return false;
            i += rune.Utf16SequenceLength;
        }
        return true;
    }

    /// <summary>Whether there is anything to see: spaces of zero width and marks of direction alone make a name that nobody can point at.</summary>
    private static bool IsSeen(string text) => text.EnumerateRunes().Any(rune =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark));

    /// <summary>The sender's own text, short enough for a message, and without the secret of a value that was sent in the wrong place.</summary>
    private static string Shown(string text) => TokenValueMask.Apply(text) is var shown && shown.Length <= 64 ? $"'{shown}'" : $"'{shown[..64]}...'";
}
