using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>
/// Section 5.8.5: a variable is used only where its type fits. A nullable one fits a non-null place when either has a default: coercion then
/// supplies a value or answers with an error. A field of a OneOf input object takes only what is never null (section 3.10.1).
/// </summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("VariablesInAllowedPosition", context => new VariablesInAllowedPositionRule(context)) { Leaves = [SyntaxKind.Document] };

    public override void Leave(SyntaxNode node)
    {
        foreach (var facts in Context.Definitions)
        {
            if (facts.Node is OperationDefinitionNode { VariableDefinitions.Length: > 0 } operation)
                Check(facts, operation);
        }
    }

    private void Check(DefinitionFacts facts, OperationDefinitionNode operation)
    {
        var defined = new OperationVariables(operation);
        foreach (var reached in Context.Reachable(facts))
        {
            foreach (var usage in reached.Variables)
            {
                if (!Context.TryStep())
                    return;
                if (defined.Find(usage.Node.Name.Value) is { } definition)
                    Check(usage, definition);
            }
        }
    }

    private void Check(VariableUsage usage, VariableDefinitionNode definition)
    {
        if (usage.Type is not { } expected || TypeReferences.Resolve(Context.Schema, definition.Type) is not { } type)
            return;
        var name = definition.Variable.Name.Value;
        if (!IsAllowed(usage, expected, type, definition.DefaultValue))
            Context.Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);
        if (usage.OneOf is { } oneOf && !type.IsNonNull)
            Context.Report($"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf.Name}\".", definition, usage.Node);
    }

    private bool IsAllowed(VariableUsage usage, GraphQLType expected, GraphQLType type, ValueNode? defaultValue)
    {
        if (expected.IsNonNull && !type.IsNonNull)
        {
            var isNeverAbsent = usage.HasLocationDefault || defaultValue is not (null or NullValueNode);
            return isNeverAbsent && TypeComparison.IsSubType(Context.Schema, type, expected.NullableType);
        }

        return TypeComparison.IsSubType(Context.Schema, type, expected);
    }
}
