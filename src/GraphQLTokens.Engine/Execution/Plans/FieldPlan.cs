using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>
/// A field of the response: every place in the document that asks for it, merged. What does not depend on variables is worked out here,
/// once, and shared by every request that runs the plan.
/// </summary>
internal sealed class FieldPlan
{
    private readonly OperationPlan operation;
    private SelectionSetPlan[] selections = [];

    public FieldPlan(OperationPlan operation, FieldBinding binding, ImmutableArray<FieldNode> nodes)
    {
        this.operation = operation;
        Binding = binding;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName;
        EncodedName = JsonEncodedText.Encode(ResponseName, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        Arguments = ArgumentPlan.Create(binding.Field, nodes[0]);
    }

    public FieldBinding Binding { get; }

    /// <summary>Never empty; validation has seen to it that name and arguments agree (section 5.3.2).</summary>
    public ImmutableArray<FieldNode> Nodes { get; }

    public string ResponseName { get; }

    public JsonEncodedText EncodedName { get; }

    public ArgumentPlan Arguments { get; }

    public GraphQLType Type => Binding.Field.Type;

    /// <summary>Where errors of this field point: every place that asks for it.</summary>
    public IReadOnlyList<SourceLocation> Locations => [.. Nodes.Select(node => node.Location.ToSourceLocation())];

    /// <summary>
    /// What is selected of a value of that type. Worked out when the first such value appears: a fragment on a type that no answer ever
    /// holds costs nothing, and neither does a document that multiplies its fragments.
    /// </summary>
    public SelectionSetPlan SelectionFor(ObjectBinding type)
    {
        foreach (var known in Volatile.Read(ref selections))
        {
            if (ReferenceEquals(known.Type, type))
                return known;
        }

        // Two requests may both get here; either's plan is right, and the last one stays.
        var planned = FieldCollector.Collect(operation, type, Nodes);
        Volatile.Write(ref selections, [.. selections, planned]);
        return planned;
    }
}
