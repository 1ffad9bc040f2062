using System.Text;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>
/// A row of <c>tokens</c> as a token: the one place, besides the mapping, that knows its columns. A test holds the two equal for every property.
/// Tombstones are not read, so what says how they were deleted is left out.
/// </summary>
internal static class SqliteTokenRow
{
    /// <summary>What <see cref="Read"/> finds at 0, 1, 2 and so on; the table is <c>t</c>. The name's key is left out: a token folds its name when somebody asks.</summary>
    public const string Columns = """
        t.Id, t.TenantId, t.OwnerUserId, t.RoleId, t.Name, t.Description, t.AllPermissions, t.Permissions, t.AllowedBlocks, t.DeniedBlocks,
        t.Active, t.NotBefore, t.EndsAt, t.Metadata, t.ValueStart, t.ValueSetAt, t.CreatedAt, t.CreatedBy_Kind, t.CreatedBy_Id,
        t.UpdatedAt, t.UpdatedBy_Kind, t.UpdatedBy_Id, t.RotatedAt, t.RotatedBy_Kind, t.RotatedBy_Id, t.PreviousEndsAt,
        t.UsedAt, t.LastUsedFrom, t.UsedGeneration, t.RightsVersion, t.RateLimit_Limit, t.RateLimit_Window
        """;

    /// <param name="read">Stands on the row.</param>
    /// <param name="before">
    /// The token of the row before. Neighbours in a list often hold the same permissions and address rules; these never change, so they share them.
    /// </param>
    public static ApiToken Read(in SqliteRead read, ApiToken? before = null) => new()
    {
        Id = read.Id(0),
        TenantId = read.Id(1),
        OwnerUserId = read.OptionalId(2),
        RoleId = read.OptionalId(3),
        Name = read.Text(4),
        Description = read.OptionalText(5),
        Permissions = Permissions(read, 6, before?.Permissions),
        Addresses = Addresses(read, 8, before?.Addresses),
        Active = read.Flag(10),
        NotBefore = read.OptionalInstant(11),
        EndsAt = read.Instant(12),
        Metadata = read.OptionalText(13),
        ValueStart = read.Text(14),
        ValueSetAt = read.Instant(15),
        CreatedAt = read.Instant(16),
        CreatedBy = Actor(read, 17),
        UpdatedAt = read.OptionalInstant(19),
        UpdatedBy = OptionalActor(read, 20),
        RotatedAt = read.OptionalInstant(22),
        RotatedBy = OptionalActor(read, 23),
        PreviousEndsAt = read.OptionalInstant(25),
        UsedAt = read.Instant(26),
        LastUsedFrom = read.OptionalText(27),
        UsedGeneration = (int)read.Number(28),
        RightsVersion = read.Number(29),
        RateLimit = read.IsNull(30) ? null : new RateLimit((int)read.Number(30), TimeSpan.FromMilliseconds(read.Number(31))),
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
