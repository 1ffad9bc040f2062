using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>The callers of one kind, and what they ask about: each is made when it is first needed, and again after a call that used it up.</summary>
internal sealed class AccessCast(AccessWorld world, AccessCaller kind)
{
    private readonly Dictionary<string, ServiceCaller> callers = [];
    private readonly Dictionary<string, string> targets = [];

    public async Task<AccessCall> CallAsync(AccessOperation operation)
    {
        var (role, part) = (RoleIn(operation), PartIn(operation));
        if (!callers.TryGetValue(role, out var caller))
            callers[role] = caller = await kind.MakeAsync(world, operation);
        if (!targets.TryGetValue(part, out var target) && operation.HasTarget)
            targets[part] = target = await world.TargetAsync(caller, operation.IsOfRotation);
        return new AccessCall(world, operation, caller, target ?? "");
    }

    /// <summary>The operation was done: to its target, or else to the caller itself.</summary>
    public void Forget(AccessOperation operation)
    {
        if (!targets.Remove(PartIn(operation)))
            callers.Remove(RoleIn(operation));
    }

    // A caller is made for what an operation needs, and for nothing else of it.
    private static string RoleIn(AccessOperation operation) => string.Join(' ', operation.Needs);

    private static string PartIn(AccessOperation operation) => $"{RoleIn(operation)}, {operation.IsOfRotation}";
}
