using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.4.3: every argument that is non-null and has no default is given.</summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } = new("ProvidedRequiredArguments", context => new ProvidedRequiredArgumentsRule(context))
    {
        Enters = [SyntaxKind.Field, SyntaxKind.Directive],
    };

    public override void Enter(SyntaxNode node)
    {
        switch (node)
        {
            case FieldNode field when Position.Field is { } definition:
                for (var index = 0; index < definition.Arguments.Count; index++)
                {
                    if (IsMissing(definition.Arguments[index], field.Arguments))
                        Report($"Field \"{definition.Name}\"", definition.Arguments[index], field);
                }

                break;
            case DirectiveNode directive when Position.Directive is { } definition:
                for (var index = 0; index < definition.Arguments.Count; index++)
                {
                    if (IsMissing(definition.Arguments[index], directive.Arguments))
                        Report($"Directive \"@{definition.Name}\"", definition.Arguments[index], directive);
                }

                break;
        }
    }

    private static bool IsMissing(InputValueDefinition definition, ImmutableArray<ArgumentNode> arguments)
    {
        if (!definition.IsRequired)
            return false;
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == definition.Name)
                return false;
        }

        return true;
    }

    private void Report(string where, InputValueDefinition missing, SyntaxNode node) =>
        Context.Report($"{where} argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not provided.", node);
}
