using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// The permissions of this deployment: the built-in ones in the order of the schema's enum, then those that the deployment adds.
/// A stored name that is no longer here (the deployment took it away) stays stored, but is neither shown nor held.
/// </summary>
internal sealed class PermissionCatalog
{
    public static readonly ImmutableArray<Permission> BuiltIn =
    [
        new("AlertRead", "Read Alerts"),
        new("AlertModify", "Manage Alerts"),
        new("PolicyRead", "View Policies"),
        new("PolicyModify", "Manage Policies"),
        new("ResourceRead", "View Resources"),
        new("ResourceModify", "Manage Resources"),
        new("RuleRead", "View Rules"),
        new("RuleModify", "Manage Rules"),
        new("SummaryRead", "Read Panther Metrics"),
        new("BulkUpload", "Bulk Upload"),
        new("BulkUploadValidate", "Bulk Upload Validate"),
        new("RunPantherAI", "Run Panther AI"),
        new("UserRead", "Read User Info"),
        new("UserModify", "Manage Users"),
        new("OrganizationAPITokenRead", "Read API Token Info"),
        new("OrganizationAPITokenModify", "Manage API Tokens"),
        new("GeneralSettingsRead", "Read Panther Settings Info"),
        new("GeneralSettingsModify", "Edit Settings & SAML Preferences"),
        new("CloudsecSourceRead", "View Cloud Security Sources"),
        new("CloudsecSourceModify", "Manage Cloud Security Sources"),
        new("LogSourceRead", "View Log Sources"),
        new("LogSourceModify", "Manage Log Sources"),
        new("LogSourceRawDataRead", "Read Raw Log Data"),
        new("DestinationRead", "View Alert Destinations"),
        new("DestinationModify", "Manage Alert Destinations"),
        new("DataAnalyticsRead", "Query Data Lake"),
        new("DataAnalyticsModify", "Manage Saved Searches"),
        new("LookupRead", "View Lookups"),
        new("LookupModify", "Manage Lookups"),
        new("AIRunAsModify", "Manage AI Run As"),
        new("ManageAIResponses", "Manage AI Responses"),
        new("ManageAISkills", "Manage AI Skills"),
        new("ManageScheduledPrompts", "Manage Scheduled Prompts"),
        new("McpServerModify", "Manage MCP Servers"),
        new("McpServerRead", "View MCP Servers"),
        new("NotificationsSend", "Send Notifications"),
        new("ViewAIPrivateResponses", "View Private AI Responses"),
        new("ViewAISkills", "View AI Skills"),
        new("ViewScheduledPrompts", "View Scheduled Prompts"),
        new("OwnAPITokenModify", "Manage Own API Tokens", "Make and change tokens of one's own, within one's own rights."),
        new("OrganizationAPITokenVerify", "Verify API Tokens", "Have token values judged on behalf of a service that received them."),
        new("TenantRead", "View Tenants"),
        new("TenantModify", "Manage Tenants"),
        new("AuditRead", "Read Audit Log"),
    ];

    private readonly FrozenDictionary<string, int> positions;

    /// <exception cref="ArgumentException">An added name is no GraphQL enum value, or is there already.</exception>
    public PermissionCatalog(IEnumerable<Permission> added)
    {
        All = [.. BuiltIn, .. added];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var permission in All)
        {
            if (!Permission.IsName(permission.Name))
                throw new ArgumentException($"'{permission.Name}' is not a name that an enum value can have.", nameof(added));
            if (!seen.TryAdd(permission.Name, seen.Count))
                throw new ArgumentException($"The permission {permission.Name} is named twice.", nameof(added));
        }
        positions = seen.ToFrozenDictionary(StringComparer.Ordinal);
        Names = [.. All.Select(permission => permission.Name)];
    }

    public ImmutableArray<Permission> All { get; }

    /// <summary>Every name, in catalog order.</summary>
    public ImmutableArray<string> Names { get; }

    public bool Contains(string name) => positions.ContainsKey(name);

    /// <summary>The name as a string, without making one.</summary>
    public bool TryFind(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? name)
    {
        name = positions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var position) ? Names[position] : null;
        return name is not null;
    }

    /// <summary>The names that a set holds in this deployment, in catalog order.</summary>
    public ImmutableArray<string> NamesIn(PermissionSet set)
    {
        if (set.All)
            return Names;
        if (set.Spelled is { } known && ReferenceEquals(known.Catalog, this))
            return known.Names;
        var names = Spell(set);
        set.Spelled = new SpelledPermissions(this, names);
        return names;
    }

    private ImmutableArray<string> Spell(PermissionSet set)
    {
        // By way of the few that are held, and not of all that there are.
        var held = set.Listed;
        Span<int> places = held.Length <= 64 ? stackalloc int[held.Length] : new int[held.Length];
        var count = 0;
        foreach (var name in held)
        {
            if (positions.TryGetValue(name, out var place))
                places[count++] = place;
        }
        places = places[..count];
        places.Sort();
        var names = new string[count];
        for (var i = 0; i < count; i++)
            names[i] = Names[places[i]];
        return ImmutableCollectionsMarshal.AsImmutableArray(names);
    }
}
