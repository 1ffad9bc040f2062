using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>An operation with its variables' types resolved, and a plan for each combination of its conditions that was asked for.</summary>
internal sealed class PreparedOperation
{
    // Beyond these, a plan serves its one request: a client that walks through every combination fills no memory.
    private const int MaxPlans = 32;

    private readonly ExecutableSchema schema;
    private readonly PreparedDocument document;
    private readonly string[] conditions;
    private readonly ConcurrentDictionary<string, OperationPlan> plans = new(StringComparer.Ordinal);
    private OperationPlan? unconditional;

    public PreparedOperation(ExecutableSchema schema, PreparedDocument document, OperationDefinitionNode node)
    {
        this.schema = schema;
        this.document = document;
        Node = node;
        Variables = VariableDefinitions.Create(schema.Schema, node);
        Cost = new OperationCost(schema.Costs, document.Fragments, node);
        conditions = ConditionVariables.Of(node, document);
    }

    public OperationDefinitionNode Node { get; }

    public VariableDefinitions Variables { get; }

    public OperationCost Cost { get; }

    /// <summary>How many plans are kept.</summary>
    public int PlanCount => plans.Count + (unconditional is null ? 0 : 1);

    public OperationPlan PlanFor(VariableValues variables)
    {
        if (conditions.Length == 0)
            return unconditional ??= new OperationPlan(schema, document, Node, new Dictionary<string, bool?>());

        var key = string.Create(conditions.Length, (conditions, variables), static (key, state) =>
        {
            for (var index = 0; index < key.Length; index++)
                key[index] = Answer(state.variables, state.conditions[index]) switch { true => '1', false => '0', null => 'n' };
        });
        if (plans.TryGetValue(key, out var plan))
            return plan;
        plan = new OperationPlan(schema, document, Node, conditions.ToDictionary(name => name, name => Answer(variables, name), StringComparer.Ordinal));
        if (plans.Count < MaxPlans)
            plans.TryAdd(key, plan);
        return plan;
    }

    // `if: Boolean!` admits a nullable variable where it has a default (section 5.8.5); null may be given in spite of that.
    private static bool? Answer(VariableValues variables, string name) => variables.TryGet(name, out var value) ? (bool?)value : null;
}
