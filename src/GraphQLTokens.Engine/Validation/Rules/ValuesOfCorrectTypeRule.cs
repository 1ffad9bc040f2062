using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>
/// Sections 5.6.1, 5.6.2 and 5.6.4: a literal can be coerced to the type of its place; input objects have only fields that are defined,
/// all that are required, and exactly one, not null, where they are OneOf.
/// </summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    // A list or object that is wrong as a whole: what stands inside it is not looked at.
    private SyntaxNode? refused;

    public static RuleDefinition Definition { get; } = new("ValuesOfCorrectType", context => new ValuesOfCorrectTypeRule(context))
    {
        Enters =
        [
            SyntaxKind.ListValue, SyntaxKind.ObjectValue, SyntaxKind.ObjectField, SyntaxKind.NullValue, SyntaxKind.EnumValue,
            SyntaxKind.IntValue, SyntaxKind.FloatValue, SyntaxKind.StringValue, SyntaxKind.BooleanValue,
        ],
        Leaves = [SyntaxKind.ListValue, SyntaxKind.ObjectValue],
    };

    public override void Enter(SyntaxNode node)
    {
        if (refused is not null)
            return;
        var type = Position.InputType;
        switch (node)
        {
            case ObjectFieldNode field:
                CheckField(field);
                break;
            case var _ when type is null:
                break;
            case ListValueNode when type.NullableType is ListType:
                break;
            case ObjectValueNode value when type.Named is InputObjectType inputObject:
                CheckObject(value, inputObject);
                break;
            case ListValueNode or ObjectValueNode:
                CheckLeaf((ValueNode)node, type.NullableType);
                refused = node;
                break;
            case NullValueNode:
                if (type.IsNonNull)
                    Context.Report($"Expected value of type \"{type}\", found null.", node);
                break;
            default:
                CheckLeaf((ValueNode)node, type);
                break;
        }
    }

    public override void Leave(SyntaxNode node)
    {
        if (ReferenceEquals(refused, node))
            refused = null;
    }

    private void CheckField(ObjectFieldNode field)
    {
        if (Position.InputType is not null || Position.ParentInputType?.Named is not InputObjectType parent)
            return;
        var name = field.Name.Value;
        Context.Report($"Field \"{name}\" is not defined by type \"{parent.Name}\".{Suggestions.Sentence(Context, name, parent.Fields)}", field);
    }

    private void CheckObject(ObjectValueNode value, InputObjectType type)
    {
        for (var index = 0; index < type.Fields.Count; index++)
        {
            var field = type.Fields[index];
            if (field.IsRequired && FieldOf(value, field.Name) is null)
                Context.Report($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.", value);
        }

        if (type.IsOneOf)
            CheckOneOf(value, type);
    }

    private void CheckOneOf(ObjectValueNode value, InputObjectType type)
    {
        var names = new HashSet<string>(value.Fields.Select(field => field.Name.Value), StringComparer.Ordinal);
        if (names.Count != 1)
            Context.Report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", value);
        else if (value.Fields[^1].Value is NullValueNode)
            Context.Report($"Field \"{type.Name}.{value.Fields[^1].Name.Value}\" must be non-null.", value);
    }

    private static ObjectFieldNode? FieldOf(ObjectValueNode value, string name)
    {
        foreach (var field in value.Fields)
        {
            if (field.Name.Value == name)
                return field;
        }

        return null;
    }

    private void CheckLeaf(ValueNode value, GraphQLType type)
    {
        switch (type.Named)
        {
            case EnumType @enum:
                if (value is not EnumValueNode name)
                    ReportEnum(value, @enum, $"Enum \"{@enum.Name}\" cannot represent non-enum value: {SyntaxPrinter.Print(value)}.");
                else if (!@enum.Values.Contains(name.Value))
                    ReportEnum(value, @enum, $"Value \"{name.Value}\" does not exist in \"{@enum.Name}\" enum.");
                break;
            case ScalarType scalar:
                CheckScalar(value, type, scalar);
                break;
            default:
                Context.Report($"Expected value of type \"{type}\", found {SyntaxPrinter.Print(value)}.", value);
                break;
        }
    }

    private void ReportEnum(ValueNode value, EnumType type, string message)
    {
        var sentence = Suggestions.Sentence(Context, SyntaxPrinter.Print(value), type.Values, "the enum value");
        Context.Report($"{message}{sentence}", value);
    }

    private void CheckScalar(ValueNode value, GraphQLType type, ScalarType scalar)
    {
        // Custom scalars understand constants: here, as in execution, a variable that has no value counts as none. Built-in ones look inside nothing.
        var constant = value;
        if (!scalar.IsBuiltIn && !VariableSubstitution.TryReplace(value, null, out constant))
            return;
        if (scalar.Coercion.TryCoerceLiteral(constant, out _, out var error))
            return;
        Context.Report(error ?? $"Expected value of type \"{type}\", found {SyntaxPrinter.Print(value)}.", value);
    }
}
