using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations;

namespace GraphQLTokens.Service.Rest;

/// <summary>
/// Reads the members of a JSON object by name and type, and collects every fault on the way. A member that nobody asked for is a fault too: a misspelt
/// <c>allowedCIDRBlocks</c> must not make a token that is open to every address.
/// </summary>
/// <param name="members">An object, whose text is Unicode (<see cref="JsonText"/>).</param>
/// <param name="path">In front of the names in faults, e.g. <c>expiry.</c>.</param>
internal sealed class JsonMembers(JsonElement members, List<InputFault> faults, string path)
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public JsonMembers(JsonElement members)
        : this(members, [], "")
    {
    }

    /// <summary>Of an empty object.</summary>
    public static JsonMembers None => new(Empty);

    public IReadOnlyList<InputFault> Faults => faults;

    public Optional<string> Text(string name) => Read(name, "a string", static (JsonElement json, out string? text) => TryText(json, out text));

    public Optional<bool?> Flag(string name) => Read(name, "true or false", static (JsonElement json, out bool? flag) =>
    {
        flag = json.ValueKind is JsonValueKind.True ? true : json.ValueKind is JsonValueKind.False ? false : null;
        return flag is not null;
    });

    public Optional<int?> Number(string name) => Read(name, "a whole number", static (JsonElement json, out int? number) =>
    {
        number = json.ValueKind is JsonValueKind.Number && json.TryGetInt32(out var read) ? read : null;
        return number is not null;
    });

    public Optional<DateTimeOffset?> Instant(string name) => Read(name, "an instant with an offset, such as 2026-01-31T12:00:00.000Z", static (JsonElement json, out DateTimeOffset? instant) =>
    {
        var isInstant = TryText(json, out var text) & InstantText.TryParse(text, out var read);
        instant = isInstant ? read : null;
        return isInstant;
    });

    public Optional<TimeSpan?> Duration(string name) => Read(name, "an ISO 8601 duration, such as P90D or PT15M", static (JsonElement json, out TimeSpan? duration) =>
    {
        var isDuration = TryText(json, out var text) & DurationText.TryParse(text, out var read);
        duration = isDuration ? read : null;
        return isDuration;
    });

    public Optional<IReadOnlyList<string>> Texts(string name) => Read(name, "a list of strings", static (JsonElement json, out IReadOnlyList<string>? texts) =>
    {
        var read = new List<string>();
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                if (TryText(item, out var text))
                    read.Add(text!);
            }
        }

        texts = read;
        return json.ValueKind == JsonValueKind.Array && read.Count == json.GetArrayLength();
    });

    /// <summary>Any JSON value, as the text that was sent.</summary>
    public Optional<string> Json(string name) => Read(name, "JSON", static (JsonElement json, out string? text) =>
    {
        text = json.GetRawText();
        return true;
    });

    /// <summary>The members of an object within; null where it is absent or null.</summary>
    public Optional<JsonMembers> Object(string name) => Read(name, "an object", (JsonElement json, out JsonMembers? inner) =>
    {
        inner = json.ValueKind == JsonValueKind.Object ? new JsonMembers(json, faults, $"{path}{name}.") : null;
        return inner is not null;
    });

    /// <summary>The value of a member that must be there, and not null.</summary>
    public T? Required<T>(string name, Optional<T> member)
    {
        if (!member.IsSet)
            Fault(name, "is required");
        return NotNull(name, member);
    }

    /// <summary>The value of a member that may be left out, and must not be null.</summary>
    public T? NotNull<T>(string name, Optional<T> member)
    {
        if (member.IsSet && members.GetProperty(name).ValueKind == JsonValueKind.Null)
            Fault(name, "cannot be null");
        return member.Value;
    }

    /// <summary>To be called last: what has not been asked for by then is not known here.</summary>
    public void RefuseOthers()
    {
        foreach (var member in members.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                Fault(Shown(member.Name), "is not known here");
        }
    }

    public void Fault(string name, string reason)
    {
        if (faults.Count < InputFault.MaxTold)
            faults.Add(new InputFault(path + name, reason));
    }

    private delegate bool Reader<T>(JsonElement json, out T? value);

    private Optional<T> Read<T>(string name, string kind, Reader<T> read)
    {
        known.Add(name);
        if (!members.TryGetProperty(name, out var json))
            return default;
        if (json.ValueKind == JsonValueKind.Null)
            return new Optional<T>(default);
        if (read(json, out var value))
            return new Optional<T>(value);
        Fault(name, $"must be {kind}");
        return new Optional<T>(default);
    }

    private static bool TryText(JsonElement json, out string? text)
    {
        text = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        return text is not null;
    }

    private static string Shown(string name) => TokenValueMask.Apply(name) is var shown && shown.Length <= 64 ? shown : shown[..64] + "...";
}
