using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Limits;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>
/// <c>@rateLimit</c>: the field counts on its own against the caller's limit, before any effect, so that aliases and lists do not put many uses
/// into the one that the door has counted.
/// </summary>
internal sealed class RateLimitDirective(TokenLimits limits) : IDirectiveHandler, IFieldGuard
{
    public string Name => "rateLimit";

    public FieldCheck CheckOf(AppliedDirective directive, FieldDefinition field)
    {
        var cost = (int)directive.Arguments["cost"]!;
        if (cost < 1)
            throw new InvalidOperationException($"{field}: @rateLimit costs at least 1.");
        if (directive.Arguments["perItem"] is not string list)
            return (caller, in _) => Count(caller, cost);
        if (!field.Arguments.TryGet(list, out var argument) || argument.Type.NullableType is not ListType)
            throw new InvalidOperationException($"{field}: @rateLimit(perItem: \"{list}\") names no list argument of the field.");
        return (caller, in arguments) => Count(caller, (int)Math.Min((long)cost * arguments.ItemsOf(list), RateLimit.MaxLimit));
    }

    public FieldMiddleware OnField(AppliedDirective directive, FieldDefinition field) => CheckOf(directive, field).ToMiddleware();

    private Denial? Count(Caller caller, int cost) =>
        limits.Count(caller.TokenId, caller.RateLimit, cost) is { IsAllowed: false } refused ? Denial.RateLimited(refused) : null;
}
