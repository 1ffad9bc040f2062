using GraphQLTokens.Service.Domain;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>What may be asked for of an access token, and what comes of it.</summary>
internal sealed class AccessTokenRules(PermissionCatalog catalog, IOptions<AccessTokenSettings> settings)
{
    public const int MaxAudienceLength = 256;

    public IReadOnlyList<InputFault> FaultsOf(Caller caller, AccessTokenRequest request)
    {
        var faults = new List<InputFault>();
        if (request.Audience is { } audience && !IsAudience(audience))
            faults.Add(new InputFault("input.audience", $"must be 1 to {MaxAudienceLength} visible ASCII characters, such as a URL"));
        if (request.Lifetime is { } lifetime && (lifetime < TimeSpan.FromSeconds(1) || lifetime > settings.Value.MaxLifetime))
            faults.Add(new InputFault("input.lifetime", $"must lie between one second and {System.Xml.XmlConvert.ToString(settings.Value.MaxLifetime)}"));
        if (caller.AccessToken is { IssuedFrom.Length: >= AccessToken.MaxIssuedFrom })
            faults.Add(new InputFault("input", $"comes from an access token that was exchanged {AccessToken.MaxIssuedFrom} times already: begin with the API token"));
        for (var i = 0; i < request.Permissions?.Count && faults.Count < InputFault.MaxTold; i++)
        {
            if (!catalog.Contains(request.Permissions[i]))
                faults.Add(new InputFault($"input.permissions[{i}]", "names no permission"));
        }
        return faults;
    }

    /// <summary>What is asked for and not held, as a fault.</summary>
    public static IReadOnlyList<InputFault> Exceeding(Caller caller, AccessTokenRequest request)
    {
        var missing = request.Permissions?.Where(permission => !caller.Holds(permission)).Distinct(StringComparer.Ordinal).ToList() ?? [];
        return missing.Count == 0 ? [] : [new InputFault("input.permissions", $"hold what the calling token lacks: {string.Join(", ", missing)}")];
    }

    /// <summary>Spelled out: a permission that the deployment gets later is not held.</summary>
    public PermissionSet Permissions(Caller caller, AccessTokenRequest request) => PermissionSet.Of(request.Permissions ?? catalog.NamesIn(caller.Permissions));

    /// <summary>In whole seconds: after the lifetime, or with the API token, its value or the access token that calls, whichever is first.</summary>
    /// <param name="valueRetiresAt">Null: the value ends with its token.</param>
    public DateTimeOffset End(Caller caller, AccessTokenRequest request, DateTimeOffset issuedAt, DateTimeOffset? valueRetiresAt)
    {
        var lifetime = request.Lifetime ?? (request.IsForClient ? settings.Value.ClientLifetime : settings.Value.Lifetime);
        var end = issuedAt + lifetime;
        if (caller.EndsAt < end)
            end = caller.EndsAt;
        if (valueRetiresAt < end)
            end = valueRetiresAt.Value;
        if (caller.AccessToken is { } parent && parent.EndsAt < end)
            end = parent.EndsAt;
        return DateTimeOffset.FromUnixTimeSeconds(end.ToUnixTimeSeconds());
    }

    public static bool IsAudience(string text) => text.Length is > 0 and <= MaxAudienceLength && text.All(character => character is > ' ' and < '\x7f');
}
