using System.Collections.Immutable;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary><c>@listSize</c> on a field (Cost Directives, "The List Size Directive"). One instance for each field; compared by reference.</summary>
internal sealed class ListSize
{
    private ListSize(InputValues arguments)
    {
        AssumedSize = arguments["assumedSize"] as int?;
        SlicingArguments = [.. Texts(arguments["slicingArguments"]).Select(path => path.Split('.').ToImmutableArray())];
        SizedFields = [.. Texts(arguments["sizedFields"])];
        RequireOneSlicingArgument = arguments["requireOneSlicingArgument"] is not false && SlicingArguments.Length > 0;
    }

    /// <summary>How long the list is taken to be where no slicing argument says; null where that is not known either.</summary>
    public int? AssumedSize { get; }

    /// <summary>Arguments that say how long the list may be, each a path into input objects such as <c>input.first</c>. Of several given, the largest counts.</summary>
    public ImmutableArray<ImmutableArray<string>> SlicingArguments { get; }

    /// <summary>Fields of the answered object that hold the list; empty where the field itself is the list.</summary>
    public ImmutableHashSet<string> SizedFields { get; }

    /// <summary>Whether exactly one slicing argument must be given.</summary>
    public bool RequireOneSlicingArgument { get; }

    public static ListSize? Of(FieldDefinition field, List<string> faults)
    {
        var applied = field.Directives.FirstOrDefault(directive => directive.Name == CostDirectives.ListSize);
        if (applied is null)
            return null;
        var size = new ListSize(applied.Arguments);
        faults.AddRange(size.SlicingArguments
            .Where(path => !IsArgument(field.Arguments, path))
            .Select(path => $"@listSize on {field} slices by {string.Join('.', path)}, which is no integer argument of it."));
        faults.AddRange(size.SizedFields
            .Where(name => field.Type.Named is not IFieldsType type || !type.Fields.TryGet(name, out var sized) || sized.Type.NullableType is not ListType)
            .Select(name => $"@listSize on {field} sizes {name}, which is no list of {field.Type.Named}."));
        return size;
    }

    private static bool IsArgument(NamedList<InputValueDefinition> definitions, ImmutableArray<string> path)
    {
        GraphQLType? type = null;
        foreach (var name in path)
        {
            if (!definitions.TryGet(name, out var definition))
                return false;
            type = definition.Type.NullableType;
            definitions = (type as InputObjectType)?.Fields ?? NamedList<InputValueDefinition>.Empty;
        }

        return type is ScalarType;
    }

    private static IEnumerable<string> Texts(object? list) => list is object?[] items ? items.OfType<string>() : [];
}
