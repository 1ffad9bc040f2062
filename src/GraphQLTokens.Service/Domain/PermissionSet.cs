using System.Collections.Immutable;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Permissions held: all of them as a flag, so that a permission added later is theirs at once, or a list of names.
/// The text form, names in ordinal order each between spaces (<c>" AlertRead RuleRead "</c>, or nothing), is what is stored:
/// one column that any store can search for <c>" AlertRead "</c> without mistaking a part for the whole.
/// </summary>
internal sealed record PermissionSet
{
    public static readonly PermissionSet None = new(false, "");
    public static readonly PermissionSet Everything = new(true, "");

    private readonly ImmutableArray<string> names;

    /// <summary>Reads the stored form.</summary>
    public PermissionSet(bool all, string text)
    {
        All = all;
        Text = text;
        names = text.Length == 0 ? [] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private PermissionSet(ImmutableArray<string> sorted)
    {
        names = sorted;
        Text = sorted.IsEmpty ? "" : $" {string.Join(' ', sorted)} ";
    }

    public bool All { get; }

    public string Text { get; }

    /// <summary>The listed names in ordinal order; empty when the flag says all. <see cref="PermissionCatalog.NamesIn"/> spells the flag out.</summary>
    public ImmutableArray<string> Listed => names;

    /// <summary>What the set came to in the deployment's catalog when somebody last asked: tokens in a list share their sets.</summary>
    internal SpelledPermissions? Spelled { get; set; }

    public static PermissionSet Of(params IEnumerable<string> names) =>
        new([.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    public bool Contains(string name) => All || names.AsSpan().BinarySearch(name, StringComparer.Ordinal) >= 0;

    public bool IsSubsetOf(PermissionSet other) => other.All || (!All && names.All(other.Contains));

    /// <summary>The listed names that the other set lacks.</summary>
    public IEnumerable<string> Except(PermissionSet other) => names.Where(name => !other.Contains(name));

    public PermissionSet Intersect(PermissionSet other) =>
        All ? other : other.All ? this : new([.. names.Where(other.Contains)]);

    public PermissionSet Union(PermissionSet other) =>
        All || other.All ? Everything : Of([.. names, .. other.names]);

    /// <summary>How a name stands in <see cref="Text"/>.</summary>
    public static string Mark(string name) => $" {name} ";

    public bool Equals(PermissionSet? other) => other is not null && All == other.All && Text == other.Text;

    public override int GetHashCode() => HashCode.Combine(All, Text);
}

/// <summary>The names that a set holds, by one catalog and in its order.</summary>
internal sealed record SpelledPermissions(PermissionCatalog Catalog, ImmutableArray<string> Names);
