using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>Reads the arguments of a list, and collects every fault on the way.</summary>
internal sealed class ListTokensReading(Caller caller, PermissionCatalog catalog, DateTimeOffset now)
{
    private readonly List<InputFault> faults = [];

    public IReadOnlyList<InputFault> Faults => faults;

    public TokenPageRequest Read(ListTokensInput input)
    {
        if (input.First is not null && input.Last is not null)
            Fault("last", "cannot be given together with first");
        var order = Order(input.Order);
        var filter = Filter(input.Where ?? new TokenWhereInput());
        return new TokenPageRequest
        {
            TenantId = caller.TenantId,
            Now = now,
            Order = order,
            Filter = input.OwnOnly ? filter with { OwnerId = caller.Owner.Id, TenantId = caller.TenantId } : filter,
            Size = input.First is null ? Size("last", input.Last) : Size("first", input.First),
            FromEnd = input.Last is not null,
            After = Cursor("after", input.After, order),
            Before = Cursor("before", input.Before, order),
            IsBrief = input.IsBrief && !order.Any(one => one.Key is TokenSortKey.Name),
        };
    }

    private int Size(string field, int? size)
    {
        if (size is < 0 or > ListTokens.MaxPageSize)
            Fault(field, $"must lie between 0 and {ListTokens.MaxPageSize}");
        return size ?? ListTokens.DefaultPageSize;
    }

    private IReadOnlyList<TokenOrder> Order(IReadOnlyList<TokenOrder>? order)
    {
        if (order is not { Count: > 0 })
            return TokenOrder.Default;
        var named = new HashSet<TokenSortKey>();
        var distinct = order.TakeWhile(one => named.Add(one.Key)).Count();
        // The first one says it all: there are few keys, and the list is as long as its sender likes.
        if (distinct < order.Count)
            Fault($"order[{distinct}]", "names a key that is named before");
        return order;
    }

    private TokenCursor? Cursor(string field, string? text, IReadOnlyList<TokenOrder> order)
    {
        if (text is null)
            return null;
        if (!TokenCursor.TryDecode(text, order, out var cursor))
            Fault(field, "is not a cursor of this list in this order");
        return cursor;
    }

    private TokenFilter Filter(TokenWhereInput where)
    {
        if (where.Permission is { } permission && !catalog.Contains(permission))
            Fault("where.permission", "names no permission");
        if (where.UnusedFor < TimeSpan.Zero)
            Fault("where.unusedFor", "is negative");
        return new TokenFilter
        {
            NameContains = where.NameContains,
            Status = where.Status,
            Permission = where.Permission,
            OwnerId = Id("where.ownerId", where.OwnerId),
            TenantId = Id("where.tenantId", where.TenantId),
            CreatedAt = where.CreatedAt,
            ExpiresAt = where.ExpiresAt,
            LastUsedAt = where.LastUsedAt,
            UnusedFor = where.UnusedFor,
            RotationDue = where.RotationDue,
            OpenToAnyAddress = where.OpenToAnyAddress,
        };
    }

    private Guid? Id(string field, string? text)
    {
        if (text is null)
            return null;
        if (!EntityId.TryParse(text, out var id))
            Fault(field, "is not an id");
        return id;
    }

    private void Fault(string field, string reason) => faults.Add(new InputFault(field, reason));
}
