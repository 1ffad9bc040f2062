using System.Text;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>
/// A row of <c>tokens</c> as a token: the one place, besides the mapping, that knows its columns. A test holds the two equal for every property.
/// Tombstones are not read, so what says how they were deleted is left out.
/// </summary>
internal static class SqliteTokenRow
{
    /// <summary>What <see cref="Read"/> finds at 0, 1, 2 and so on of a brief row; the table is <c>t</c>.</summary>
    public const string BriefColumns = """
        t.Id, t.TenantId, t.OwnerUserId, t.Name, t.AllPermissions, t.Permissions, t.AllowedBlocks, t.DeniedBlocks,
        t.Active, t.NotBefore, t.EndsAt, t.ValueStart, t.CreatedAt, t.CreatedBy_Kind, t.CreatedBy_Id, t.UsedAt
        """;

    /// <summary>Those of a whole row: the brief ones, and the others behind them.</summary>
    public const string Columns = $"""
        {BriefColumns}, t.NameKey, t.RoleId, t.Description, t.Metadata, t.ValueSetAt,
        t.UpdatedAt, t.UpdatedBy_Kind, t.UpdatedBy_Id, t.RotatedAt, t.RotatedBy_Kind, t.RotatedBy_Id, t.PreviousEndsAt,
        t.LastUsedFrom, t.UsedGeneration, t.RightsVersion, t.RateLimit_Limit, t.RateLimit_Window
        """;

    /// <param name="read">Stands on the row.</param>
    /// <param name="isBrief">Only <see cref="BriefColumns"/> were selected.</param>
    /// <param name="before">
    /// The token of the row before. Neighbours in a list often hold the same permissions and address rules; these never change, so they share them.
    /// </param>
    public static ApiToken Read(in SqliteRead read, bool isBrief = false, ApiToken? before = null) => new()
    {
        Id = read.Id(0),
        TenantId = read.Id(1),
        OwnerUserId = read.OptionalId(2),
        Name = read.Text(3),
        Permissions = Permissions(read, 4, before?.Permissions),
        Addresses = Addresses(read, 6, before?.Addresses),
        Active = read.Flag(8),
        NotBefore = read.OptionalInstant(9),
        EndsAt = read.Instant(10),
        ValueStart = read.Text(11),
        CreatedAt = read.Instant(12),
        CreatedBy = Actor(read, 13),
        UsedAt = read.Instant(15),
        NameKey = isBrief ? null : read.Text(16),
        RoleId = isBrief ? null : read.OptionalId(17),
        Description = isBrief ? null : read.OptionalText(18),
        Metadata = isBrief ? null : read.OptionalText(19),
        ValueSetAt = isBrief ? default : read.Instant(20),
        UpdatedAt = isBrief ? null : read.OptionalInstant(21),
        UpdatedBy = isBrief ? null : OptionalActor(read, 22),
        RotatedAt = isBrief ? null : read.OptionalInstant(24),
        RotatedBy = isBrief ? null : OptionalActor(read, 25),
        PreviousEndsAt = isBrief ? null : read.OptionalInstant(27),
        LastUsedFrom = isBrief ? null : read.OptionalText(28),
        UsedGeneration = isBrief ? 0 : (int)read.Number(29),
        RightsVersion = isBrief ? 0 : read.Number(30),
        RateLimit = isBrief || read.IsNull(31) ? null : new RateLimit((int)read.Number(31), TimeSpan.FromMilliseconds(read.Number(32))),
    };

    private static PermissionSet Permissions(in SqliteRead read, int column, PermissionSet? before)
    {
        var all = read.Flag(column);
        return before is not null && before.All == all && Ascii.Equals(read.Bytes(column + 1), before.Text)
            ? before
            : new PermissionSet(all, read.Text(column + 1));
    }

    private static CidrRules Addresses(in SqliteRead read, int column, CidrRules? before) =>
        before is not null && Ascii.Equals(read.Bytes(column), before.AllowedText) && Ascii.Equals(read.Bytes(column + 1), before.DeniedText)
            ? before
            : new CidrRules(read.Text(column), read.Text(column + 1));

    private static Actor? OptionalActor(in SqliteRead read, int column) => read.IsNull(column) ? null : Actor(read, column);

    private static Actor Actor(in SqliteRead read, int column) => new((ActorKind)read.Number(column), read.Id(column + 1));
}
