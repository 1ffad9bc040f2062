using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Engine.TypeSystem.Building;

/// <summary>Finds the meaning of a custom scalar.</summary>
internal sealed class ScalarChoice(SchemaBuilderOptions options, SchemaFaults faults)
{
    private readonly Dictionary<string, Scalar> known = options.Scalars.ToDictionary(scalar => scalar.Name, StringComparer.Ordinal);

    public Scalar For(ScalarTypeDefinitionNode definition)
    {
        if (known.TryGetValue(definition.Name.Value, out var scalar))
            return scalar;
        if (options.RequireScalars)
            faults.Report($"Scalar \"{definition.Name}\" has no implementation.", definition);
        return new OpaqueScalar(definition.Name.Value);
    }
}
