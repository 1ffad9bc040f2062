using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.4.1: every argument is one that its field or directive defines.</summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("KnownArgumentNames", context => new KnownArgumentNamesRule(context)) { Enters = [SyntaxKind.Field, SyntaxKind.Directive] };

    public override void Enter(SyntaxNode node)
    {
        switch (node)
        {
            case FieldNode field when Position is { Field: { } definition, ParentType: { } parent }:
                foreach (var argument in field.Arguments)
                {
                    if (!definition.Arguments.Contains(argument.Name.Value))
                        Report(argument, $"field \"{parent.Name}.{definition.Name}\"", definition.Arguments);
                }

                break;
            case DirectiveNode directive when Position.Directive is { } definition:
                foreach (var argument in directive.Arguments)
                {
                    if (!definition.Arguments.Contains(argument.Name.Value))
                        Report(argument, $"directive \"@{definition.Name}\"", definition.Arguments);
                }

                break;
        }
    }

    private void Report(ArgumentNode argument, string where, NamedList<InputValueDefinition> known)
    {
        var name = argument.Name.Value;
        Context.Report($"Unknown argument \"{name}\" on {where}.{Suggestions.Sentence(Context, name, known)}", argument);
    }
}
