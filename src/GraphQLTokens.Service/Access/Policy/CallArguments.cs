using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.Access.Policy;

/// <summary>
/// What a check may ask of a call, through whichever door it came: does it mean the caller itself? Over GraphQL that is for an argument to say, which the
/// check names by its path; an address has one place for an id, which stands for that argument. A call that names nothing by neither way means nobody.
/// </summary>
internal readonly struct CallArguments
{
    private readonly InputValues? values;
    private readonly string? id;

    /// <summary>A call over GraphQL, its arguments coerced.</summary>
    public CallArguments(InputValues values) => this.values = values;

    /// <summary>A call by an address that holds an id, or <c>self</c>.</summary>
    public CallArguments(string id) => this.id = id;

    /// <summary>Whether it names the caller: by its id, as <c>self</c>, or, over GraphQL, by leaving the argument out.</summary>
    /// <param name="path">Of the argument, e.g. <c>input</c>, <c>id</c>.</param>
    public bool MeanSelf(ReadOnlySpan<string> path, Caller caller)
    {
        var named = id;
        if (values is not null ? !TryFind(values, path, out named) : id is null)
            return false;
        return TokenReference.TryResolve(named, caller, out var tokenId) && tokenId == caller.TokenId;
    }

    /// <summary>How many items a list argument has. An address has no lists: a door that reads them later counts them later.</summary>
    public int ItemsOf(string list) => values?[list] is object?[] items ? items.Length : 0;

    /// <summary>False where the path ends at an object, which names nobody.</summary>
    private static bool TryFind(InputValues values, ReadOnlySpan<string> path, out string? text)
    {
        text = null;
        foreach (var name in path)
        {
            var value = values[name];
            if (value is not InputValues inner)
            {
                text = value as string;
                return true;
            }

            values = inner;
        }

        return false;
    }
}
