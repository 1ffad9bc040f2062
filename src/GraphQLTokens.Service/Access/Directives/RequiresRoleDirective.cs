using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary><c>@requiresRole(anyOf:)</c>: the caller acts in one of these roles.</summary>
internal sealed class RequiresRoleDirective : IDirectiveHandler
{
    public string Name => "requiresRole";

    public FieldMiddleware OnField(AppliedDirective directive, FieldDefinition field)
    {
        var roles = DirectiveArguments.Names(directive, "anyOf");
        FieldCheck check = (caller, _) => caller.RoleKey is { } role && roles.Contains(role) ? null : Denial.MissingRole(roles);
        return check.ToMiddleware();
    }
}
