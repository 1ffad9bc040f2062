using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.8.2: a variable's type is a scalar, an enum, an input object, or lists of these: something that can be sent.</summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("VariablesAreInputTypes", context => new VariablesAreInputTypesRule(context)) { Enters = [SyntaxKind.VariableDefinition] };

    public override void Enter(SyntaxNode node)
    {
        // The walk has an input type for every variable of one.
        if (Position.InputType is not null)
            return;
        var definition = (VariableDefinitionNode)node;
        if (TypeReferences.Resolve(Context.Schema, definition.Type) is { } type)
            Context.Report($"Variable \"${definition.Variable.Name.Value}\" cannot be non-input type \"{type}\".", definition.Type);
    }
}
