using System.Globalization;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Printing;

/// <summary>
/// A default value as tools expect to read it: what it means rather than how it was written. An item that stands for a list gets its brackets,
/// an input object shows its fields in the order of their definitions with the defaults that they take on, and numbers are in plain notation.
/// Lists and objects of custom scalars stay as written, and so do numbers that a double would change.
/// </summary>
internal static class DefaultValueText
{
    /// <summary>Null where there is no default.</summary>
    public static string? Of(InputValueDefinition definition) =>
        definition.DefaultValueNode is { } literal ? SyntaxPrinter.Print(Plain(literal, definition.Type)) : null;

    private static ValueNode Plain(ValueNode literal, GraphQLType type)
    {
        if (literal is NullValueNode)
            return literal;
        return type switch
        {
            NonNullType nonNull => Plain(literal, nonNull.OfType),
            ListType list when literal is ListValueNode { Values: var items } =>
                new ListValueNode(literal.Location, [.. items.Select(item => Plain(item, list.ItemType))]),
            ListType list => new ListValueNode(literal.Location, [Plain(literal, list.ItemType)]),
            InputObjectType input when literal is ObjectValueNode value => PlainObject(value, input),
            ScalarType scalar => PlainScalar(literal, scalar),
            _ => literal,
        };
    }

    private static ObjectValueNode PlainObject(ObjectValueNode value, InputObjectType type)
    {
        var fields = new List<ObjectFieldNode>();
        foreach (var field in type.Fields)
        {
            var given = value.Fields.FirstOrDefault(given => given.Name.Value == field.Name)?.Value ?? field.DefaultValueNode;
            if (given is not null)
                fields.Add(new ObjectFieldNode(value.Location, new NameNode(value.Location, field.Name), Plain(given, field.Type)));
        }

        return new ObjectValueNode(value.Location, [.. fields]);
    }

    private static ValueNode PlainScalar(ValueNode literal, ScalarType type) => literal switch
    {
        StringValueNode text when ReferenceEquals(type, BuiltInScalars.Id) && IsInteger(text.Value) => new IntValueNode(literal.Location, text.Value),
        StringValueNode { IsBlock: true } text => new StringValueNode(literal.Location, text.Value, isBlock: false),
        // A name is no value of a built-in scalar, and stands for its text as one of a custom scalar.
        EnumValueNode name => new StringValueNode(literal.Location, name.Value, isBlock: false),
        IntValueNode number when !ReferenceEquals(type, BuiltInScalars.Id) => PlainNumber(number, number.Value, type),
        FloatValueNode number => PlainNumber(number, number.Value, type),
        _ => literal,
    };

    private static ValueNode PlainNumber(ValueNode literal, string written, ScalarType type)
    {
        var number = double.Parse(written, CultureInfo.InvariantCulture);
        if (!type.IsBuiltIn && !IsExact(number, written))
            return literal;
        var text = NumberText.Of(number);
        return IsInteger(text) ? new IntValueNode(literal.Location, text) : new FloatValueNode(literal.Location, text);
    }

    private static bool IsExact(double number, string written) =>
        double.IsFinite(number)
        && decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
        && decimal.TryParse(NumberText.Of(number), NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)
        && exact == plain;

    private static bool IsInteger(string text)
    {
        var digits = text.StartsWith('-') ? text.AsSpan(1) : text;
        return digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0 && (digits.Length == 1 || digits[0] != '0');
    }
}
