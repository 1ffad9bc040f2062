using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Coercion;

/// <summary>Puts values in place of the variables inside a literal of a custom scalar (such as `JSON`), which only understands constants.</summary>
internal static class VariableSubstitution
{
    /// <summary>False where a variable holds something that no literal says. An absent variable becomes null; as an object's field it is left out.</summary>
    public static bool TryReplace(ValueNode literal, IVariableValues? variables, [NotNullWhen(true)] out ValueNode? constant)
    {
        constant = literal;
        switch (literal)
        {
            case VariableNode variable:
                constant = null;
                object? value = null;
                variables?.TryGet(variable.Name.Value, out value);
                return TryLiteral(value, variable.Location, out constant);
            case ListValueNode list when ContainsVariable(list):
                return TryList(list, variables, out constant);
            case ObjectValueNode fields when ContainsVariable(fields):
                return TryObject(fields, variables, out constant);
            default:
                return true;
        }
    }

    private static bool ContainsVariable(ValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(ContainsVariable),
        ObjectValueNode value => value.Fields.Any(field => ContainsVariable(field.Value)),
        _ => false,
    };

    private static bool TryList(ListValueNode list, IVariableValues? variables, [NotNullWhen(true)] out ValueNode? constant)
    {
        constant = null;
        var items = ImmutableArray.CreateBuilder<ValueNode>(list.Values.Length);
        foreach (var item in list.Values)
        {
            if (!TryReplace(item, variables, out var replaced))
                return false;
            items.Add(replaced);
        }

        constant = new ListValueNode(list.Location, items.MoveToImmutable());
        return true;
    }

    private static bool TryObject(ObjectValueNode value, IVariableValues? variables, [NotNullWhen(true)] out ValueNode? constant)
    {
        constant = null;
        var fields = ImmutableArray.CreateBuilder<ObjectFieldNode>(value.Fields.Length);
        foreach (var field in value.Fields)
        {
            if (LiteralCoercion.IsAbsentVariable(field.Value, variables))
                continue;
            if (!TryReplace(field.Value, variables, out var replaced))
                return false;
            fields.Add(new ObjectFieldNode(field.Location, field.Name, replaced));
        }

        constant = new ObjectValueNode(value.Location, fields.ToImmutable());
        return true;
    }

    private static bool TryLiteral(object? value, Location at, [NotNullWhen(true)] out ValueNode? literal)
    {
        literal = value switch
        {
            null => new NullValueNode(at),
            bool flag => new BooleanValueNode(at, flag),
            string text => new StringValueNode(at, text, isBlock: false),
            int or long or double => FromJson(JsonSerializer.SerializeToElement(value), at),
            JsonElement json => FromJson(json, at),
            object?[] items => FromItems(items, at),
            _ => null,
        };
        return literal is not null;
    }

    private static ListValueNode? FromItems(object?[] items, Location at)
    {
        var literals = ImmutableArray.CreateBuilder<ValueNode>(items.Length);
        foreach (var item in items)
        {
            if (!TryLiteral(item, at, out var literal))
                return null;
            literals.Add(literal);
        }

        return new ListValueNode(at, literals.MoveToImmutable());
    }

    private static ValueNode FromJson(JsonElement json, Location at) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => new NullValueNode(at),
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(at, json.GetBoolean()),
        JsonValueKind.String => new StringValueNode(at, json.GetString()!, isBlock: false),
        JsonValueKind.Number when json.TryGetInt64(out _) => new IntValueNode(at, json.GetRawText()),
        JsonValueKind.Number => new FloatValueNode(at, json.GetRawText()),
        JsonValueKind.Array => new ListValueNode(at, [.. json.EnumerateArray().Select(item => FromJson(item, at))]),
        JsonValueKind.Object => new ObjectValueNode(at, [.. json.EnumerateObject().Select(member =>
            new ObjectFieldNode(at, new NameNode(at, member.Name), FromJson(member.Value, at)))]),
    };
}
