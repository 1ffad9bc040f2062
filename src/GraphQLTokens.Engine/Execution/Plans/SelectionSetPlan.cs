using GraphQLTokens.Engine.Execution.Binding;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>The fields of one selection set for one object type, merged and in the order of the response (section 6.3.2).</summary>
internal sealed class SelectionSetPlan(ObjectBinding type, FieldPlan[] fields)
{
    public ObjectBinding Type { get; } = type;

    public FieldPlan[] Fields { get; } = fields;
}
