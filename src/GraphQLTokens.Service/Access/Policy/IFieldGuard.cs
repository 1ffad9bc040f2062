using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Service.Access.Policy;

/// <summary>A directive of the schema that says who may call a field: the same check for every door.</summary>
internal interface IFieldGuard
{
    /// <summary>The directive's name, without the at sign.</summary>
    string Name { get; }

    /// <summary>The check that the directive stands for, on the field itself or on the type that the field is of.</summary>
    FieldCheck CheckOf(AppliedDirective directive, FieldDefinition field);
}
