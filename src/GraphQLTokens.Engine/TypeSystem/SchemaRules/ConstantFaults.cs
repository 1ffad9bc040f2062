using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Why a constant is no value of its type, and where (the input coercion parts of sections 3.5 to 3.12).</summary>
internal static class ConstantFaults
{
    public static IEnumerable<(ValueNode Node, string Message)> Of(ValueNode literal, GraphQLType type) => (literal, type) switch
    {
        (NullValueNode, NonNullType) => [(literal, $"Expected value of type \"{type}\", found null.")],
        (_, NonNullType nonNull) => Of(literal, nonNull.OfType),
        (NullValueNode, _) => [],
        (ListValueNode items, ListType list) => items.Values.SelectMany(item => Of(item, list.ItemType)),
        (_, ListType list) => Of(literal, list.ItemType),
        (ObjectValueNode value, InputObjectType input) => OfObject(value, input),
        (EnumValueNode name, EnumType @enum) when @enum.Values.Contains(name.Value) => [],
        (EnumValueNode name, EnumType) => [(literal, $"Value \"{name.Value}\" does not exist in \"{type}\" enum.")],
        (_, EnumType) => [(literal, $"Enum \"{type}\" cannot represent non-enum value: {SyntaxPrinter.Print(literal)}.")],
        (_, ScalarType { Coercion: var scalar }) =>
            scalar.TryCoerceLiteral(literal, out _, out var error) ? [] : [(literal, error ?? Unexpected(literal, type))],
        _ => [(literal, Unexpected(literal, type))],
    };

    private static IEnumerable<(ValueNode Node, string Message)> OfObject(ObjectValueNode value, InputObjectType type)
    {
        foreach (var required in type.Fields.Where(field => field.IsRequired))
        {
            if (value.Fields.All(given => given.Name.Value != required.Name))
                yield return (value, $"Field \"{type}.{required.Name}\" of required type \"{required.Type}\" was not provided.");
        }

        foreach (var given in value.Fields)
        {
            if (!type.Fields.TryGet(given.Name.Value, out var field))
            {
                yield return (given.Value, $"Field \"{given.Name}\" is not defined by type \"{type}\".");
                continue;
            }

            foreach (var fault in Of(given.Value, field.Type))
                yield return fault;
        }

        if (!type.IsOneOf)
            yield break;
        if (value.Fields.Length != 1)
            yield return (value, $"OneOf Input Object \"{type}\" must specify exactly one key.");
        else if (value.Fields[0].Value is NullValueNode)
            yield return (value.Fields[0].Value, $"Field \"{type}.{value.Fields[0].Name}\" must be non-null.");
    }

    private static string Unexpected(ValueNode literal, GraphQLType type) =>
        $"Expected value of type \"{type}\", found {SyntaxPrinter.Print(literal)}.";
}
