using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>The variables that an operation defines, by name; the last one where several share it.</summary>
internal readonly struct OperationVariables
{
    // Up to here a look at each is faster than hashing.
    private const int FewVariables = 8;

    private readonly ImmutableArray<VariableDefinitionNode> definitions;
    private readonly Dictionary<string, VariableDefinitionNode>? byName;

    public OperationVariables(OperationDefinitionNode operation)
    {
        definitions = operation.VariableDefinitions;
        if (definitions.Length <= FewVariables)
            return;
        byName = new Dictionary<string, VariableDefinitionNode>(definitions.Length, StringComparer.Ordinal);
        foreach (var definition in definitions)
            byName[definition.Variable.Name.Value] = definition;
    }

    public VariableDefinitionNode? Find(string name)
    {
        if (byName is not null)
            return byName.GetValueOrDefault(name);
        for (var index = definitions.Length - 1; index >= 0; index--)
        {
            if (definitions[index].Variable.Name.Value == name)
                return definitions[index];
        }

        return null;
    }
}
