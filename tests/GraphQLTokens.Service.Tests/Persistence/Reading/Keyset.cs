using System.Linq.Expressions;
using System.Reflection;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.Tests.Persistence.Reading;

/// <summary>The orders of lists a second time, as expressions for the mapping: what the readers of the stores are compared with.</summary>
internal static class Keyset
{
    private static readonly MethodInfo StringCompare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
    private static readonly ParameterExpression Token = Expression.Parameter(typeof(ApiToken), "token");

    public static IQueryable<ApiToken> OrderBy(IQueryable<ApiToken> tokens, IReadOnlyList<TokenOrder> order, bool reversed)
    {
        IOrderedQueryable<ApiToken>? ordered = null;
        foreach (var (key, descending) in order)
        {
            ordered = key switch
            {
                TokenSortKey.Name => Then(tokens, ordered, token => token.NameKey, descending != reversed),
                TokenSortKey.CreatedAt => Then(tokens, ordered, token => token.CreatedAt, descending != reversed),
                TokenSortKey.ExpiresAt => Then(tokens, ordered, token => token.EndsAt, descending != reversed),
                TokenSortKey.LastUsedAt => Then(tokens, ordered, token => token.UsedAt, descending != reversed),
            };
        }
        return Then(tokens, ordered, token => token.Id, order[^1].Descending != reversed);
    }

    /// <summary>What comes after the cursor's place in its order, or before it when reversed.</summary>
    public static Expression<Func<ApiToken, bool>> Beyond(TokenCursor cursor, bool reversed)
    {
        var beyond = Compare(nameof(ApiToken.Id), cursor.Id, cursor.Order[^1].Descending != reversed, orEqual: false);
        for (var i = cursor.Order.Count - 1; i >= 0; i--)
        {
            var backwards = cursor.Order[i].Descending != reversed;
            var property = PropertyOf(cursor.Order[i].Key);
            beyond = Expression.AndAlso(
                Compare(property, cursor.Keys[i], backwards, orEqual: true),
                Expression.OrElse(Compare(property, cursor.Keys[i], backwards, orEqual: false), beyond));
        }
        return Expression.Lambda<Func<ApiToken, bool>>(beyond, Token);
    }

    private static IOrderedQueryable<ApiToken> Then<TKey>(
        IQueryable<ApiToken> tokens, IOrderedQueryable<ApiToken>? ordered, Expression<Func<ApiToken, TKey>> key, bool descending) =>
        (ordered, descending) switch
        {
            (null, false) => tokens.OrderBy(key),
            (null, true) => tokens.OrderByDescending(key),
            (not null, false) => ordered.ThenBy(key),
            (not null, true) => ordered.ThenByDescending(key),
        };

    private static BinaryExpression Compare(string property, object value, bool backwards, bool orEqual)
    {
        var left = (Expression)Expression.Property(Token, property);
        var right = (Expression)Parameter(value);
        if (value is string)
            (left, right) = (Expression.Call(StringCompare, left, right), Expression.Constant(0));
        return (backwards, orEqual) switch
        {
            (false, false) => Expression.GreaterThan(left, right),
            (false, true) => Expression.GreaterThanOrEqual(left, right),
            (true, false) => Expression.LessThan(left, right),
            (true, true) => Expression.LessThanOrEqual(left, right),
        };
    }

    /// <summary>A member of an object becomes a parameter of the statement; a constant would be spelled into it, and each page planned anew.</summary>
    private static MemberExpression Parameter(object value) => value switch
    {
        string text => Expression.Field(Expression.Constant(new Held<string>(text)), nameof(Held<string>.Value)),
        DateTimeOffset instant => Expression.Field(Expression.Constant(new Held<DateTimeOffset>(instant)), nameof(Held<DateTimeOffset>.Value)),
        Guid id => Expression.Field(Expression.Constant(new Held<Guid>(id)), nameof(Held<Guid>.Value)),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string PropertyOf(TokenSortKey key) => key switch
    {
        TokenSortKey.Name => nameof(ApiToken.NameKey),
        TokenSortKey.CreatedAt => nameof(ApiToken.CreatedAt),
        TokenSortKey.ExpiresAt => nameof(ApiToken.EndsAt),
        TokenSortKey.LastUsedAt => nameof(ApiToken.UsedAt),
    };

    private sealed class Held<T>(T value)
    {
        public readonly T Value = value;
    }
}
