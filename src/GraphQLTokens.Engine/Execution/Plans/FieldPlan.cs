using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Language.Tree;

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

    public bool IsNonNull => Binding.Shape.IsNonNull;

    /// <summary>Where errors of this field point: every place that asks for it.</summary>
    public IReadOnlyList<SourceLocation> Locations => [.. Nodes.Select(node => node.Location.ToSourceLocation())];

    /// <summary>
    /// What is selected of a value of that type. Worked out when the first such value appears: a fragment on a type that no answer ever
    /// holds costs nothing, and neither does a document that multiplies its fragments.
    /// </summary>
    public SelectionSetPlan SelectionFor(ObjectBinding type)
    {
        SelectionSetPlan? planned = null;
        while (true)
        {
            var known = Volatile.Read(ref selections);
            foreach (var selection in known)
            {
                if (ReferenceEquals(selection.Type, type))
                    return selection;
            }

            // Two requests may both get here: the first plan stays, and the other request takes it too.
            planned ??= FieldCollector.Collect(operation, type, Nodes);
            if (ReferenceEquals(Interlocked.CompareExchange(ref selections, [.. known, planned], known), known))
                return planned;
        }
    }
}
