using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation;

/// <summary>What the walk finds inside one operation or fragment, for rules that look across definitions once the walk is over.</summary>
internal sealed class DefinitionFacts(ExecutableDefinitionNode node)
{
    private List<FragmentSpreadNode>? spreads;
    private List<VariableUsage>? variables;

    public ExecutableDefinitionNode Node { get; } = node;

    /// <summary>Spreads anywhere inside, not those of the fragments that they name.</summary>
    public IReadOnlyList<FragmentSpreadNode> Spreads => spreads ?? (IReadOnlyList<FragmentSpreadNode>)[];

    /// <summary>Variables used anywhere inside, not those of spread fragments.</summary>
    public IReadOnlyList<VariableUsage> Variables => variables ?? (IReadOnlyList<VariableUsage>)[];

    /// <summary>This and every fragment that it spreads, however far; see <see cref="ValidationContext.Reachable"/>.</summary>
    public IReadOnlyList<DefinitionFacts>? Reachable { get; set; }

    public void Add(FragmentSpreadNode spread) => (spreads ??= []).Add(spread);

    public void Add(VariableUsage usage) => (variables ??= []).Add(usage);
}

/// <summary>A variable where it is used.</summary>
/// <param name="Type">What its place asks for; null where that is unknown.</param>
/// <param name="HasLocationDefault">Whether the argument or input field has a default, so that the place is never without a value.</param>
/// <param name="OneOf">The OneOf input object that the variable is a field of.</param>
internal readonly record struct VariableUsage(VariableNode Node, GraphQLType? Type, bool HasLocationDefault, InputObjectType? OneOf);
