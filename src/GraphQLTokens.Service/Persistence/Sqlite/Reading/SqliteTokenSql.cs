using System.Text;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Persistence.Sqlite.Reading;

/// <summary>
/// Which tokens, in SQL: those in sight, and of them those that a filter matches, beyond a place, in an order. Every value is a parameter, so that the text
/// says only the shape of the question, and one prepared statement serves all questions of that shape.
/// </summary>
internal sealed class SqliteTokenSql
{
    // As the filters of the indexes have it.
    private const string Present = " FROM tokens t WHERE t.DeletedAt IS NULL";
    private const string SelectWhole = $"SELECT {SqliteTokenRow.Columns}{Present}";
    private const string SelectOfBrief = $"SELECT {SqliteTokenRow.BriefColumns}{Present}";
    private const string Began = "t.NotBefore IS NULL OR t.NotBefore <= ?";

    private const string IsBelow = "EXISTS (SELECT 1 FROM tenant_ancestry a WHERE a.AncestorId = ? AND a.DescendantId = t.TenantId)";

    private readonly string select;
    private readonly StringBuilder text = new(256);
    private readonly List<object> values = [];

    private SqliteTokenSql(string select, TenantSight sight)
    {
        this.select = select;
        _ = sight.Kind switch
        {
            TenantSightKind.Everything => this,
            TenantSightKind.Own => And("t.TenantId = ?", sight.TenantId),
            TenantSightKind.Below => And(IsBelow, sight.TenantId),
        };
    }

    public static SqliteTokenSql Select(TenantSight sight) => new(SelectWhole, sight);

    public static SqliteTokenSql SelectBrief(TenantSight sight) => new(SelectOfBrief, sight);

    public static SqliteTokenSql Count(TenantSight sight) => new($"SELECT COUNT(*){Present}", sight);

    /// <summary>
    /// Tokens by their ids: a <see cref="SqliteIdList"/> is to follow, its values behind the viewing tenant's, which is there unless everything is in sight.
    /// </summary>
    public static string SelectById(TenantSightKind sight) => sight switch
    {
        TenantSightKind.Everything => $"{SelectWhole} AND t.Id",
        // The plus tells SQLite not to go through all that the tenant has by an index of tenants, which it takes for less work than a few ids.
        TenantSightKind.Own => $"{SelectWhole} AND +t.TenantId = ? AND t.Id",
        TenantSightKind.Below => $"{SelectWhole} AND {IsBelow} AND t.Id",
    };

    /// <summary>The read of the statement as it stands, with its values bound.</summary>
    public SqliteRead Begin(SqliteReadPool.Rented connection, CancellationToken cancellationToken)
    {
        var read = connection.Begin(select, text.ToString(), cancellationToken);
        foreach (var value in values)
        {
            switch (value)
            {
                case Guid id:
                    read.Bind(id);
                    break;
                case string part:
                    read.Bind(part);
                    break;
                case DateTimeOffset instant:
                    read.Bind(instant.ToUnixTimeMilliseconds());
                    break;
                case int number:
                    read.Bind(number);
                    break;
                default:
                    throw new InvalidOperationException($"No column holds a {value.GetType()}.");
            }
        }
        return read;
    }

    /// <summary>The statement as it stands.</summary>
    public override string ToString() => select + text;

    public SqliteTokenSql Matching(TokenFilter filter, DateTimeOffset now)
    {
        if (filter.NameContains is { Length: > 0 } part)
            And("instr(t.NameKey, ?) > 0", CaseFolding.Fold(part));
        if (filter.Permission is { } permission)
            And("(t.AllPermissions OR instr(t.Permissions, ?) > 0)", PermissionSet.Mark(permission));
        if (filter.OwnerId is { } owner)
            And("(t.OwnerUserId = ? OR (t.OwnerUserId IS NULL AND t.TenantId = ?))", owner, owner);
        if (filter.TenantId is { } tenant)
            And("t.TenantId = ?", tenant);
        if (filter.OpenToAnyAddress is { } open)
            And(open ? "(t.AllowedBlocks = '' AND t.DeniedBlocks = '')" : "(t.AllowedBlocks <> '' OR t.DeniedBlocks <> '')");
        return WithStatus(filter.Status, now).WithTimes(filter, now);
    }

    /// <summary>
    /// What comes after the cursor's place in its order, or before it when reversed:
    /// <c>k1 &gt;= v1 AND (k1 &gt; v1 OR (k2 &gt;= v2 AND (k2 &gt; v2 OR id &gt; v)))</c>. The first comparison alone bounds a range of the index; a plain OR would not.
    /// </summary>
    public SqliteTokenSql Beyond(TokenCursor? cursor, bool reversed)
    {
        if (cursor is null)
            return this;
        text.Append(" AND (");
        for (var i = 0; i < cursor.Order.Count; i++)
        {
            var (column, beyond) = (ColumnOf(cursor.Order[i].Key), cursor.Order[i].Descending != reversed ? "<" : ">");
            text.Append(column).Append(' ').Append(beyond).Append("= ? AND (").Append(column).Append(' ').Append(beyond).Append(" ? OR (");
            values.Add(cursor.Keys[i]);
            values.Add(cursor.Keys[i]);
        }
        text.Append("t.Id ").Append(cursor.Order[^1].Descending != reversed ? '<' : '>').Append(" ?").Append(')', 1 + (2 * cursor.Order.Count));
        values.Add(cursor.Id);
        return this;
    }

    /// <param name="reversed">From the end.</param>
    public SqliteTokenSql OrderBy(IReadOnlyList<TokenOrder> order, bool reversed)
    {
        text.Append(" ORDER BY ");
        foreach (var (key, descending) in order)
            text.Append(ColumnOf(key)).Append(descending != reversed ? " DESC, " : ", ");
        text.Append(order[^1].Descending != reversed ? "t.Id DESC" : "t.Id");
        return this;
    }

    public SqliteTokenSql Limit(int rows)
    {
        text.Append(" LIMIT ?");
        values.Add(rows);
        return this;
    }

    /// <summary>The same rules as <see cref="ApiToken.StatusAt"/>, in the store's words.</summary>
    private SqliteTokenSql WithStatus(IReadOnlyCollection<TokenStatus>? wanted, DateTimeOffset now)
    {
        if (wanted is null)
            return this;
        text.Append(" AND (0");
        foreach (var status in wanted.Distinct().Order())
        {
            _ = status switch
            {
                TokenStatus.Inactive => Or("NOT t.Active"),
                TokenStatus.NotYetValid => Or("t.Active AND t.NotBefore > ?", now),
                TokenStatus.Expired => Or($"t.Active AND ({Began}) AND t.EndsAt <= ?", now, now),
                TokenStatus.Active => Or($"t.Active AND ({Began}) AND t.EndsAt > ?", now, now),
                TokenStatus.Revoked => this, // in nobody's sight
            };
        }
        text.Append(')');
        return this;
    }

    private SqliteTokenSql WithTimes(TokenFilter filter, DateTimeOffset now)
    {
        if (filter.CreatedAt is { } created)
            And("t.CreatedAt >= ? AND t.CreatedAt < ?", created.Start, created.End);
        if (filter.ExpiresAt is { } ends)
            And("t.EndsAt >= ? AND t.EndsAt < ?", ends.Start, ends.End);
        if (filter.LastUsedAt is { } used)
            And("t.UsedAt > ? AND t.UsedAt >= ? AND t.UsedAt < ?", Instant.NotYet, used.Start, used.End);
        if (filter.UnusedFor is { } span)
        {
            var since = span < now - Instant.NotYet ? now - span : Instant.NotYet;
            And("t.UsedAt <= ? AND t.CreatedAt <= ?", since, since);
        }
        if (filter.RotationDue is { } due)
            And(due ? "t.ValueSetAt <= ?" : "t.ValueSetAt > ?", now - ApiToken.RotationPeriod);
        return this;
    }

    private SqliteTokenSql And(string condition, params ReadOnlySpan<object> given) => Add(" AND ", condition, given);

    private SqliteTokenSql Or(string condition, params ReadOnlySpan<object> given) => Add(" OR ", condition, given);

    private SqliteTokenSql Add(string joint, string condition, ReadOnlySpan<object> given)
    {
        text.Append(joint).Append(condition);
        values.AddRange(given);
        return this;
    }

    private static string ColumnOf(TokenSortKey key) => key switch
    {
        TokenSortKey.Name => "t.NameKey",
        TokenSortKey.CreatedAt => "t.CreatedAt",
        TokenSortKey.ExpiresAt => "t.EndsAt",
        TokenSortKey.LastUsedAt => "t.UsedAt",
    };
}
