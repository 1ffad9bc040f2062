using System.Text.Json;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>What is asked for, through whichever door. Null: as much as the caller has.</summary>
internal sealed record AccessTokenRequest
{
    /// <summary>For whom it is to be; null: for this service itself.</summary>
    public string? Audience { get; init; }

    public IReadOnlyList<string>? Permissions { get; init; }

    public TimeSpan? Lifetime { get; init; }

    /// <summary>Without a lifetime: the longer one of client credentials.</summary>
    public bool IsForClient { get; init; }

    /// <summary>The words as they were asked for.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    public ScopeForm ScopeForm { get; init; }

    /// <summary>For the audit log.</summary>
    public void Write(Utf8JsonWriter json, Guid id)
    {
        json.WriteStartObject();
        json.WriteString("accessTokenId", EntityId.Format(id));
        if (Audience is not null)
            json.WriteString("audience", Audience);
        if (Permissions is not null)
        {
            json.WriteStartArray("permissions");
            foreach (var permission in Permissions.Distinct(StringComparer.Ordinal))
                json.WriteStringValue(permission);
            json.WriteEndArray();
        }
        if (Lifetime is { } lifetime)
            json.WriteString("lifetime", System.Xml.XmlConvert.ToString(lifetime));
        json.WriteEndObject();
    }
}
