using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.5.2.1: every spread names a fragment of the document.</summary>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("KnownFragmentNames", context => new KnownFragmentNamesRule(context)) { Enters = [SyntaxKind.FragmentSpread] };

    public override void Enter(SyntaxNode node)
    {
        var name = ((FragmentSpreadNode)node).Name;
        if (Context.Fragment(name.Value) is null)
            Context.Report($"Unknown fragment \"{name.Value}\".", name);
    }
}
