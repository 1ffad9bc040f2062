using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Binding;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>The fields of one selection set for one object type, merged and in the order of the response (section 6.3.2).</summary>
internal sealed class SelectionSetPlan(ObjectBinding type, FieldPlan[] fields, GraphQLError? refusal)
{
    public ObjectBinding Type { get; } = type;

    public FieldPlan[] Fields { get; } = fields;

    /// <summary>What the names of the fields take in a response, with their quotes, colons and commas.</summary>
    public int NameBytes { get; } = fields.Sum(field => field.EncodedName.EncodedUtf8Bytes.Length + 4);

    /// <summary>Why nothing can be selected: a condition that is null. It takes the place of the object.</summary>
    public GraphQLError? Refusal { get; } = refusal;
}
