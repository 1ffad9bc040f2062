using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>The arguments of a field: coerced once where no variable takes part, otherwise for each request.</summary>
internal sealed class ArgumentPlan
{
    private readonly FieldDefinition field;
    private readonly FieldNode node;
    private readonly InputValues? constant;

    private ArgumentPlan(FieldDefinition field, FieldNode node, InputValues? constant)
    {
        this.field = field;
        this.node = node;
        this.constant = constant;
    }

    public static ArgumentPlan Create(FieldDefinition field, FieldNode node)
    {
        if (field.Arguments.Count == 0)
            return new ArgumentPlan(field, node, InputValues.Empty);
        foreach (var argument in node.Arguments)
        {
            if (VariableReferences.Any(argument.Value))
                return new ArgumentPlan(field, node, constant: null);
        }

        // What a constant cannot be coerced to is said when, and if, the field runs.
        return new ArgumentPlan(field, node, ArgumentCoercion.TryCoerce(field.Arguments, node, null, out var values, out _) ? values : null);
    }

    /// <summary>False with the error of section 6.4.1, to be placed at the field.</summary>
    public bool TryGet(VariableValues variables, out InputValues values, out GraphQLError? error)
    {
        error = null;
        if (constant is not null)
        {
            values = constant;
            return true;
        }

        return ArgumentCoercion.TryCoerce(field.Arguments, node, variables, out values, out error);
    }
}
