using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.2.1.1: an operation is of a kind that the schema has a root type for.</summary>
internal sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("KnownOperationTypes", context => new KnownOperationTypesRule(context)) { Enters = [SyntaxKind.OperationDefinition] };

    public override void Enter(SyntaxNode node)
    {
        var kind = ((OperationDefinitionNode)node).Operation;
        if (Context.Schema.RootTypeOf(kind) is null)
            Context.Report($"The {kind.ToString().ToLowerInvariant()} operation is not supported by the schema.", node);
    }
}
