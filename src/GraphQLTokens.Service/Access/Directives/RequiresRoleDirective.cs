using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Access.Policy;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary><c>@requiresRole(anyOf:)</c>: the caller acts in one of these roles. A refused mutation goes to the audit log first.</summary>
internal sealed class RequiresRoleDirective(RefusedMutations refused) : IDirectiveHandler, IFieldGuard
{
    public string Name => "requiresRole";

    public FieldCheck CheckOf(AppliedDirective directive, FieldDefinition field)
    {
        var roles = DirectiveArguments.Names(directive, "anyOf");
        return (caller, in _) => caller.RoleKey is { } role && roles.Contains(role) ? null : Denial.MissingRole(roles);
    }

    public FieldMiddleware OnField(AppliedDirective directive, FieldDefinition field)
    {
        var check = CheckOf(directive, field);
        return AuditedAction.Of(field) is { } action ? refused.Recording(check, action) : check.ToMiddleware();
    }
}
