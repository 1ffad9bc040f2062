using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution;

/// <summary>
/// Gives a directive of the schema its effect (section 3.13). Asked once for each place where the schema uses the directive, when the
/// schema is bound; a place that gets neither a link nor a guard keeps the service from starting.
/// </summary>
public interface IDirectiveHandler
{
    /// <summary>The directive's name, without the at sign.</summary>
    string Name { get; }

    /// <summary>The link around a field that bears the directive itself. Links run in the order in which the schema lists the directives.</summary>
    FieldMiddleware? OnField(AppliedDirective directive, FieldDefinition field) => null;

    /// <summary>The link around each field of an object type that bears the directive; meta fields (<c>__typename</c>, <c>__schema</c>) have none.</summary>
    FieldMiddleware? OnFieldOf(AppliedDirective directive, ObjectType type, FieldDefinition field) => null;

    /// <summary>The guard before every object of a type that bears the directive, wherever it is reached.</summary>
    ObjectGuard? OnObject(AppliedDirective directive, ObjectType type) => null;
}
