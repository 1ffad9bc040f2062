using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Plans;

namespace GraphQLTokens.Engine.Execution.Results;

/// <summary>
/// An object or a list of a response while it is being filled in. A slot holds a leaf value, another node, or null; slots are positions of
/// the plan, so no dictionary stands between a resolver and the response.
/// </summary>
internal abstract class ResultNode(ResultNode? parent, int index, bool isNonNull, object?[] slots)
{
    /// <summary>The node whose slot this one fills; null for the root of the response.</summary>
    public ResultNode? Parent { get; } = parent;

    /// <summary>The slot of the parent.</summary>
    public int Index { get; } = index;

    /// <summary>Whether null may not stand in this node's place, so that null passes on to the parent (section 6.4.4).</summary>
    public bool IsNonNull { get; } = isNonNull;

    public object?[] Slots { get; } = slots;

    /// <summary>False once null has taken the place of this node or of one around it: what still arrives for it is dropped.</summary>
    public bool IsAttached
    {
        get
        {
            for (var node = this; node.Parent is not null; node = node.Parent)
            {
                if (!ReferenceEquals(node.Parent.Slots[node.Index], node))
                    return false;
            }

            return true;
        }
    }

    /// <summary>The response position of a slot of this node, made only when somebody asks.</summary>
    public abstract ResponsePath PathOf(int slot);

    protected ResponsePath? OwnPath => Parent?.PathOf(Index);
}

/// <summary>An object: a slot for each field of its plan.</summary>
internal sealed class ResultObject(ResultNode? parent, int index, bool isNonNull, SelectionSetPlan plan)
    : ResultNode(parent, index, isNonNull, new object?[plan.Fields.Length])
{
    public SelectionSetPlan Plan { get; } = plan;

    public override ResponsePath PathOf(int slot) => ResponsePath.Field(OwnPath, Plan.Fields[slot].ResponseName);
}

/// <summary>A list: a slot for each item.</summary>
internal sealed class ResultList(ResultNode parent, int index, bool isNonNull, int count) : ResultNode(parent, index, isNonNull, new object?[count])
{
    public override ResponsePath PathOf(int slot) => ResponsePath.Item(OwnPath, slot);
}
