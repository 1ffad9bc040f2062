using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>
/// <c>@requiresPermission</c>: on a field, before any effect; on an object type, before each object that is about to be answered. A refused
/// mutation goes to the audit log first.
/// </summary>
internal sealed class RequiresPermissionDirective(RefusedMutations refused) : IDirectiveHandler, IFieldGuard
{
    public string Name => "requiresPermission";

    public FieldCheck CheckOf(AppliedDirective directive, FieldDefinition field)
    {
        var (allOf, anyOf) = PermissionsOf(directive);
        var self = directive.Arguments["exceptSelf"] is string path ? new SelfArgument(path, field) : null;
        return (caller, in arguments) => self is not null && arguments.MeanSelf(self.Path, caller) ? null : PermissionCheck.Check(caller, allOf, anyOf);
    }

    public FieldMiddleware OnField(AppliedDirective directive, FieldDefinition field)
    {
        var check = CheckOf(directive, field);
        return AuditedAction.Of(field) is { } action ? refused.Recording(check, action) : check.ToMiddleware();
    }

    public ObjectGuard OnObject(AppliedDirective directive, ObjectType type)
    {
        var (allOf, anyOf) = PermissionsOf(directive);
        var exceptOwn = directive.Arguments["exceptOwn"] is true;
        return (value, asking) => Judge(value, asking as Caller, allOf, anyOf, exceptOwn)?.ToError();
    }

    private static Denial? Judge(object value, Caller? caller, string[] allOf, string[] anyOf, bool exceptOwn)
    {
        if (caller is null)
            return Denial.NoCredential;
        var denial = PermissionCheck.Check(caller, allOf, anyOf);
        return denial is not null && exceptOwn && value is IOwned owned && owned.IsOwnOf(caller) ? null : denial;
    }

    // A guard that asks for nothing is a slip of the pen, not a policy.
    private static (string[] AllOf, string[] AnyOf) PermissionsOf(AppliedDirective directive)
    {
        var allOf = DirectiveArguments.Names(directive, "allOf");
        var anyOf = DirectiveArguments.Names(directive, "anyOf");
        if (allOf.Length + anyOf.Length == 0)
            throw new InvalidOperationException("@requiresPermission names no permission.");
        return (allOf, anyOf);
    }
}
