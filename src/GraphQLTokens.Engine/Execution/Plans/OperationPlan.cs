using System.Collections.Immutable;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>
/// An operation, ready to run, for one set of answers to its <c>@skip</c> and <c>@include</c> conditions: with these settled, what is
/// collected no longer depends on the request.
/// </summary>
internal sealed class OperationPlan
{
    private readonly IReadOnlyDictionary<string, bool> conditions;

    public OperationPlan(ExecutableSchema schema, PreparedDocument document, OperationDefinitionNode operation, IReadOnlyDictionary<string, bool> conditions)
    {
        this.conditions = conditions;
        Executable = schema;
        Document = document;
        Operation = operation;
        Root = FieldCollector.Collect(this, schema.RootOf(operation.Operation), operation.SelectionSet);
    }

    public ExecutableSchema Executable { get; }

    public Schema Schema => Executable.Schema;

    public PreparedDocument Document { get; }

    public OperationDefinitionNode Operation { get; }

    public SelectionSetPlan Root { get; }

    /// <summary>Whether the schema itself is asked for.</summary>
    public bool Introspects => Array.Exists(Root.Fields, asked => asked.Binding.Field == Schema.Meta.Schema || asked.Binding.Field == Schema.Meta.Type);

    /// <summary>Section 3.13.1, 3.13.2: neither skipped nor not included. Where both stand, both must agree.</summary>
    public bool Includes(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            var excludes = directive.Name.Value switch
            {
                "skip" => true,
                "include" => false,
                _ => (bool?)null,
            };
            if (excludes is not null && Condition(directive) == excludes)
                return false;
        }

        return true;
    }

    private bool Condition(DirectiveNode directive) => directive.Arguments[0].Value switch
    {
        BooleanValueNode constant => constant.Value,
        VariableNode variable => conditions[variable.Name.Value],
        _ => throw new InvalidOperationException($"Validation let @{directive.Name.Value} through without a Boolean."),
    };
}
