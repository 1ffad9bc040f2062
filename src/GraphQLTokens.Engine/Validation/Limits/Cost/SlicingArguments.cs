using System.Collections.Immutable;
using System.Globalization;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>What the slicing arguments of a field say in one request.</summary>
/// <param name="Given">How many are given, null not counted.</param>
/// <param name="Size">The largest, of those given or else of the defaults; null where there is none.</param>
internal readonly record struct SlicingArguments(int Given, double? Size)
{
    public static SlicingArguments Read(FieldNode node, FieldDefinition field, ListSize listSize, IVariableValues variables)
    {
        var given = 0;
        double? largest = null;
        double? fallback = null;
        foreach (var path in listSize.SlicingArguments)
        {
            if (Number(Find(node, field, path, variables, out var isDefault)) is not { } size)
                continue;
            if (isDefault)
            {
                fallback = Math.Max(fallback ?? 0, size);
                continue;
            }

            given++;
            largest = Math.Max(largest ?? 0, size);
        }

        return new SlicingArguments(given, largest ?? fallback);
    }

    // The value at a path: a literal while the document writes it out, what variables or defaults coerced to from there on.
    private static object? Find(FieldNode node, FieldDefinition field, ImmutableArray<string> path, IVariableValues variables, out bool isDefault)
    {
        isDefault = false;
        object? value = node.Arguments.FirstOrDefault(argument => argument.Name.Value == path[0])?.Value;
        var definitions = field.Arguments;
        for (var index = 0; ; index++)
        {
            if (value is VariableNode variable)
                value = variables.TryGet(variable.Name.Value, out var coerced) ? coerced ?? InputValues.Absent : null;
            var definition = definitions[path[index]];
            if (value is null && definition.HasDefault)
                (value, isDefault) = (definition.DefaultValue, true);
            if (index == path.Length - 1)
                return value;

            // A default within an object that is not there is none (section 3.10).
            if (value is not (ObjectValueNode or InputValues))
                return null;
            definitions = ((InputObjectType)definition.Type.Named).Fields;
            var inner = path[index + 1];
            value = value is InputValues coercedObject ? coercedObject[inner] : ((ObjectValueNode)value).Fields.FirstOrDefault(member => member.Name.Value == inner)?.Value;
        }
    }

    private static double? Number(object? value) => value switch
    {
        int number => number,
        long number => number,
        double number => number,
        IntValueNode literal => double.Parse(literal.Value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
