using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.2.3.1: an operation without a name stands alone, or nobody could say which one to run.</summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("LoneAnonymousOperation", context => new LoneAnonymousOperationRule(context)) { Enters = [SyntaxKind.Document] };

    public override void Enter(SyntaxNode node)
    {
        var definitions = ((DocumentNode)node).Definitions;
        var operations = 0;
        foreach (var definition in definitions)
            operations += definition is OperationDefinitionNode ? 1 : 0;
        if (operations < 2)
            return;
        foreach (var definition in definitions)
        {
            if (definition is OperationDefinitionNode { Name: null })
                Context.Report("This anonymous operation must be the only defined operation.", definition);
        }
    }
}
