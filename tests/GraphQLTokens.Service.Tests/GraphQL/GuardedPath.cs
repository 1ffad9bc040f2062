using System.Collections.Immutable;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Service.Tests.GraphQL;

/// <summary>One field on the way, and the object type that it is asked of.</summary>
internal sealed record PathStep(ObjectType On, FieldDefinition Field);

/// <summary>A way from a root type to something that the schema guards.</summary>
/// <param name="Target">The guarded type of the object at the end; null where the last field itself is guarded.</param>
internal sealed record GuardedPath(ImmutableArray<PathStep> Steps, ObjectType? Target, AppliedDirective Guard)
{
    public PathStep End => Steps[^1];

    /// <summary>Where the way ends: <c>Query.apiTokens</c>, or <c>Viewer.token: APIToken</c>.</summary>
    public string Place => Target is null ? End.Field.ToString() : $"{End.Field}: {Target}";

    /// <summary>What a caller must lack to be refused; for a role, a name that no permission has.</summary>
    public string[] Permissions => [.. Names("allOf"), .. Names("anyOf")];

    public override string ToString() => string.Join(" > ", Steps.Select(step => step.Field.ToString())) + (Target is null ? "" : $": {Target}");

    /// <summary>Every way; no object type is walked through twice on one of them.</summary>
    public static IEnumerable<GuardedPath> Of(Schema schema) =>
        new[] { schema.QueryType, schema.MutationType! }.SelectMany(root => From(schema, root, []));

    private static IEnumerable<GuardedPath> From(Schema schema, ObjectType type, ImmutableArray<PathStep> walked)
    {
        foreach (var field in type.Fields)
        {
            var steps = walked.Add(new PathStep(type, field));
            foreach (var guard in field.Directives.Where(IsGuard))
                yield return new GuardedPath(steps, null, guard);
            foreach (var next in schema.PossibleTypes(field.Type.Named))
            {
                foreach (var guard in next.Directives.Where(IsGuard))
                    yield return new GuardedPath(steps, next, guard);
                if (steps.Any(step => ReferenceEquals(step.On, next)))
                    continue;
                foreach (var path in From(schema, next, steps))
                    yield return path;
            }
        }
    }

    private static bool IsGuard(AppliedDirective directive) => directive.Name is "requiresPermission" or "requiresRole";

    private IEnumerable<string> Names(string argument) => Guard.Arguments[argument] is object?[] names ? names.Cast<string>() : [];
}
