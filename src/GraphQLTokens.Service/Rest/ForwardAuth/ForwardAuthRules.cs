using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Rest.ForwardAuth;

/// <summary>
/// What a gateway asks for. Anything that is not understood is a fault: a misspelt parameter that is passed over would be a door left open.
/// <code>
/// permission=AlertRead    the caller holds it; as often as needed, and all of them count
/// audience=orders         the answer bears an access token for this audience; at most one, see <see cref="ForwardAuthAudience"/>
/// deny=403                every refusal is a 403: some gateways make a 500 of what is neither 2xx, 401 nor 403
/// allow=200               consent is a 200, not a 204: Envoy takes nothing else for it
/// </code>
/// None of these lets anybody in whom the others would keep out, so that it does no harm where a client can add one.
/// </summary>
internal readonly struct ForwardAuthRules
{
    private readonly List<string>? permissions;

    private ForwardAuthRules(List<string>? permissions, string? audience, bool deniesWith403, bool allowsWith200, ForwardAuthFault? fault)
    {
        this.permissions = permissions;
        Audience = audience;
        DeniesWith403 = deniesWith403;
        AllowsWith200 = allowsWith200;
        Fault = fault;
    }

    /// <summary>The names as the catalog has them.</summary>
    public IReadOnlyList<string> Permissions => permissions ?? (IReadOnlyList<string>)[];

    /// <summary>Whom an access token is made for; null: none is.</summary>
    public string? Audience { get; }

    public bool DeniesWith403 { get; }

    public bool AllowsWith200 { get; }

    /// <summary>The first thing that is wrong; null: nothing is.</summary>
    public ForwardAuthFault? Fault { get; }

    public static ForwardAuthRules Read(string target, PermissionCatalog catalog)
    {
        if (!ForwardAuthTarget.TryReadRules(target, out var text, out var separator))
            return new(null, null, false, false, new(ForwardAuthFaultKind.Target, 0));
        List<string>? permissions = null;
        string? audience = null;
        var (deniesWith403, allowsWith200) = (false, false);
        ForwardAuthFault? fault = null;
        var position = 0;
        foreach (var range in text.Split(separator))
        {
            var rule = text[range];
            if (rule.IsEmpty)
                continue;
            position++;
            var equals = rule.IndexOf('=');
            var value = equals < 0 ? [] : rule[(equals + 1)..];
            switch (equals < 0 ? rule : rule[..equals])
            {
                case "permission" when catalog.TryFind(value, out var permission):
                    (permissions ??= []).Add(permission);
                    break;
                case "permission":
                    fault ??= new(ForwardAuthFaultKind.Permission, position);
                    break;
                case "audience" when audience is null && ForwardAuthAudience.TryRead(value, out audience):
                    break;
                case "audience":
                    fault ??= new(ForwardAuthFaultKind.Audience, position);
                    break;
                case "deny" when value is "403":
                    deniesWith403 = true;
                    break;
                case "allow" when value is "200":
                    allowsWith200 = true;
                    break;
                default:
                    fault ??= new(ForwardAuthFaultKind.Parameter, position);
                    break;
            }
        }
        return new(permissions, audience, deniesWith403, allowsWith200, fault);
    }
}
