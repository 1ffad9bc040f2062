using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.Validation.Rules;

namespace GraphQLTokens.Engine.Validation;

/// <summary>Rules that are checked in one walk, with a table that tells for each kind of node who wants to hear of it.</summary>
internal sealed class RuleSet
{
    private readonly int[][] entering;
    private readonly int[][] leaving;

    public RuleSet(ImmutableArray<RuleDefinition> rules)
    {
        Rules = rules;
        entering = Table(rule => rule.Enters);
        leaving = Table(rule => rule.Leaves);
    }

    /// <summary>Every rule of section 5.</summary>
    public static RuleSet Specified { get; } = new(SpecifiedRules.All);

    /// <summary>Those that were there before the edition of September 2025: <see cref="ValidationOptions.OperationTypes"/>.</summary>
    private static RuleSet Earlier { get; } = new(SpecifiedRules.All.Remove(KnownOperationTypesRule.Definition));

    public ImmutableArray<RuleDefinition> Rules { get; }

    /// <summary>The rules that hold by these options.</summary>
    public static RuleSet For(ValidationOptions options) => options.OperationTypes ? Specified : Earlier;

    /// <summary>Positions in <see cref="Rules"/> of those that want to enter nodes of a kind.</summary>
    public int[] Entering(SyntaxKind kind) => entering[(int)kind];

    /// <summary>Positions in <see cref="Rules"/> of those that want to leave nodes of a kind.</summary>
    public int[] Leaving(SyntaxKind kind) => leaving[(int)kind];

    private int[][] Table(Func<RuleDefinition, ImmutableArray<SyntaxKind>> kindsOf) =>
        [.. Enum.GetValues<SyntaxKind>().Select(kind => Enumerable.Range(0, Rules.Length).Where(index => kindsOf(Rules[index]).Contains(kind)).ToArray())];
}
