using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>An object of the schema that may be a caller's own: <c>exceptOwn</c> of <c>@requiresPermission</c> asks it.</summary>
internal interface IOwned
{
    bool IsOwnOf(Caller caller);
}
