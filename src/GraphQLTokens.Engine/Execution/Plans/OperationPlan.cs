using System.Collections.Immutable;
using GraphQLTokens.Engine.Errors;
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
    private readonly IReadOnlyDictionary<string, bool?> conditions;

    public OperationPlan(ExecutableSchema schema, PreparedDocument document, OperationDefinitionNode operation, IReadOnlyDictionary<string, bool?> conditions)
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
    /// <param name="refusal">Where a condition is null, which `if: Boolean!` does not admit: nothing can be selected then.</param>
    public bool Includes(ImmutableArray<DirectiveNode> directives, out GraphQLError? refusal)
    {
        refusal = null;
        return directives.IsEmpty || (!Holds("skip", directives, ref refusal, otherwise: false) && refusal is null && Holds("include", directives, ref refusal, otherwise: true));
    }

    private bool Holds(string name, ImmutableArray<DirectiveNode> directives, ref GraphQLError? refusal, bool otherwise)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value != name)
                continue;
            if (Condition(directive) is { } holds)
                return holds;
            var value = directive.Arguments[0].Value;
            refusal = new GraphQLError("Argument \"if\" of non-null type \"Boolean!\" must not be null.", [value.Location.ToSourceLocation()], code: ErrorCodes.BadUserInput);
            return false;
        }

        return otherwise;
    }

    private bool? Condition(DirectiveNode directive) => directive.Arguments[0].Value switch
    {
        BooleanValueNode constant => constant.Value,
        VariableNode variable => conditions[variable.Name.Value],
        _ => throw new InvalidOperationException($"Validation let @{directive.Name.Value} through without a Boolean."),
    };
}
