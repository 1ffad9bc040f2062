using System.Collections.Immutable;
using System.Net;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// From where a token may be used: in one of the allowed blocks (none: from everywhere) and in none of the denied ones.
/// The text forms, canonical blocks separated by spaces, are what is stored.
/// </summary>
internal sealed record CidrRules
{
    public const int MaxBlocks = 100;

    public static readonly CidrRules Open = new("", "");

    private string[]? allowedNames;
    private string[]? deniedNames;

    public CidrRules(IEnumerable<CidrBlock> allowed, IEnumerable<CidrBlock> denied)
    {
        Allowed = [.. allowed.Distinct()];
        Denied = [.. denied.Distinct()];
        AllowedText = string.Join(' ', Allowed);
        DeniedText = string.Join(' ', Denied);
    }

    public CidrRules(string allowedText, string deniedText)
    {
        AllowedText = allowedText;
        DeniedText = deniedText;
        Allowed = Read(allowedText);
        Denied = Read(deniedText);
    }

    public ImmutableArray<CidrBlock> Allowed { get; }

    public ImmutableArray<CidrBlock> Denied { get; }

    public string AllowedText { get; }

    public string DeniedText { get; }

    /// <summary>The allowed blocks one by one, in canonical form. Taken apart when somebody first asks.</summary>
    public IReadOnlyList<string> AllowedNames => allowedNames ??= NamesIn(AllowedText);

    /// <inheritdoc cref="AllowedNames"/>
    public IReadOnlyList<string> DeniedNames => deniedNames ??= NamesIn(DeniedText);

    public bool IsOpen => Allowed.IsEmpty && Denied.IsEmpty;

    /// <summary>An unknown address (null) passes only where there are no rules.</summary>
    public AddressJudgement Judge(IPAddress? address)
    {
        if (IsOpen)
            return AddressJudgement.Allowed;
        if (address is null)
            return AddressJudgement.Unknown;
        foreach (var block in Denied)
        {
            if (block.Contains(address))
                return AddressJudgement.NotAllowed;
        }
        if (Allowed.IsEmpty)
            return AddressJudgement.Allowed;
        foreach (var block in Allowed)
        {
            if (block.Contains(address))
                return AddressJudgement.Allowed;
        }
        return AddressJudgement.NotAllowed;
    }

    /// <summary>
    /// Whether every address that these rules let in is let in by the other ones too. Judged block by block: a block that only
    /// several allowed blocks together would cover counts as wider, which errs on the safe side.
    /// </summary>
    public bool IsNarrowerOrEqual(CidrRules ceiling) =>
        (ceiling.Allowed.IsEmpty || (!Allowed.IsEmpty && Allowed.All(block => IsWithinAny(block, ceiling.Allowed))))
        && ceiling.Denied.All(StaysDenied);

    /// <summary>What the ceiling denies is denied here as well, as far as it is allowed here at all.</summary>
    private bool StaysDenied(CidrBlock denied) => Allowed.IsEmpty
        ? IsWithinAny(denied, Denied)
        : Allowed.Where(denied.Overlaps).All(allowed => IsWithinAny(allowed.IsWithin(denied) ? allowed : denied, Denied));

    private static bool IsWithinAny(CidrBlock block, ImmutableArray<CidrBlock> others) => others.Any(block.IsWithin);

    public bool Equals(CidrRules? other) => other is not null && AllowedText == other.AllowedText && DeniedText == other.DeniedText;

    public override int GetHashCode() => HashCode.Combine(AllowedText, DeniedText);

    private static string[] NamesIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static ImmutableArray<CidrBlock> Read(string text) =>
        text.Length == 0 ? [] : [.. text.Split(' ').Select(CidrBlock.Parse)];
}

/// <summary>What the rules say of an address.</summary>
internal enum AddressJudgement
{
    Allowed,
    Unknown,
    NotAllowed,
}
