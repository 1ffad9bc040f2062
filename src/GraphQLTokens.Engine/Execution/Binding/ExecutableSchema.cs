using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>A schema whose every field has a resolver and whose every directive has its effect. Made by <see cref="SchemaBinder"/>; immutable.</summary>
internal sealed class ExecutableSchema(Schema schema, CostModel costs, IReadOnlyDictionary<string, ObjectBinding> objects, Func<object, string?> typeNameOf)
{
    public Schema Schema { get; } = schema;

    public CostModel Costs { get; } = costs;

    /// <summary>The root type of an operation that validation has let through.</summary>
    public ObjectBinding RootOf(OperationKind operation) => objects[Schema.RootTypeOf(operation)!.Name];

    /// <summary>ResolveAbstractType (section 6.4.3): which object type the value of a field has.</summary>
    public bool TryBind(FieldBinding field, object value, [NotNullWhen(true)] out ObjectBinding? binding, out GraphQLError? error)
    {
        error = null;
        binding = field.Object;
        if (binding is not null)
            return true;

        var name = typeNameOf(value);
        if (name is null || !objects.TryGetValue(name, out binding) || !Schema.IsPossibleType(field.Field.Type.Named, binding.Type))
        {
            binding = null;
            error = new GraphQLError($"Abstract type \"{field.Field.Type.Named}\" did not resolve to one of its object types at field \"{field.QualifiedName}\".");
        }

        return binding is not null;
    }
}
