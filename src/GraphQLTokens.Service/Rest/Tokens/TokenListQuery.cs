using System.Globalization;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.Rest.Tokens;

/// <summary>
/// The query string of a list: <c>limit</c>, from 1 to 60 (60 when left out), and <c>cursor</c>, the <c>next</c> of the page before. Newest tokens come first.
/// </summary>
internal static class TokenListQuery
{
    private const int MaxLimit = 60;
    private const string Cursor = "cursor";
    private const string Limit = "limit";

    public static ListTokensInput Read(IQueryCollection query, List<InputFault> faults)
    {
        var limit = MaxLimit;
        if (One(query, Limit, faults) is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
            faults.Add(new InputFault(Limit, $"must be a whole number from 1 to {MaxLimit}"));
        return new ListTokensInput { First = limit, After = One(query, Cursor, faults) };
    }

    /// <summary>Faults by the names that the query string has for GraphQL's arguments.</summary>
    public static IReadOnlyList<InputFault> Named(IReadOnlyList<InputFault> faults) => [.. faults.Select(fault => fault.Field == "after" ? fault with { Field = Cursor } : fault)];

    /// <summary>Null where it is left out or empty: a client that hands on the absent <c>next</c> of a last page begins anew.</summary>
    private static string? One(IQueryCollection query, string name, List<InputFault> faults)
    {
        var values = query[name];
        if (values.Count > 1)
            faults.Add(new InputFault(name, "is given more than once"));
        return values.Count == 0 || values[0] is not { Length: > 0 } value ? null : value;
    }
}
