using System.Collections.Immutable;
using GraphQLTokens.Engine;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Operations.Audit;

namespace GraphQLTokens.Service.Access.Policy;

/// <summary>
/// schema.graphql as the one policy: an endpoint of another door names the field that it stands beside, and is guarded by that field's directives and
/// those of its type. Asked at start-up only.
/// </summary>
internal sealed class SchemaPolicy(RequestExecutor executor, IEnumerable<IFieldGuard> guards, RecordDenial record)
{
    /// <summary>Directives that say something else of a field than who may call it.</summary>
    private static readonly string[] Others = ["cost", "deprecated", "listSize"];

    private readonly ImmutableArray<IFieldGuard> guards = [.. guards];

    /// <param name="coordinate">As the specification writes it (section 3.12): <c>Mutation.createAPIToken</c>.</param>
    /// <exception cref="ArgumentException">The schema has no such field, or says something of it that no other door can keep: a guard must not be lost on the way.</exception>
    public FieldPolicy Of(string coordinate)
    {
        var field = coordinate.Split('.') is [var typeName, var fieldName]
            && executor.Schema.Types.TryGet(typeName, out var type) && type is ObjectType parent && parent.Fields.TryGet(fieldName, out var found)
                ? found
                : throw new ArgumentException($"The schema has no field {coordinate}.", nameof(coordinate));
        return new FieldPolicy(
            [.. field.DeclaringType!.Directives.Concat(field.Directives).Where(directive => !Others.Contains(directive.Name)).Select(directive => GuardOf(directive, coordinate).CheckOf(directive, field))],
            AuditedAction.Of(field),
            record);
    }

    private IFieldGuard GuardOf(AppliedDirective directive, string coordinate) =>
        guards.FirstOrDefault(guard => guard.Name == directive.Name)
        ?? throw new ArgumentException($"@{directive.Name} on {coordinate} has no meaning outside of GraphQL.", nameof(coordinate));
}
