using System.Text;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Service.Tests.GraphQL;

/// <summary>The ways in which one document can say the same.</summary>
public enum PathForm
{
    Plain,
    Aliased,
    NamedFragments,
    InlineFragments,
}

/// <summary>A document that walks a path.</summary>
/// <param name="arguments">What stands in the brackets of a field; told the object type that the way goes on with.</param>
internal sealed class PathDocument(Schema schema, GuardedPath path, PathForm form, Func<FieldDefinition, ObjectType?, string> arguments)
{
    private readonly StringBuilder fragments = new();
    private int fragmentCount;

    public string Write()
    {
        var root = path.Steps[0].On;
        var keyword = ReferenceEquals(root, schema.MutationType) ? "mutation" : "query";
        return $"{keyword} {{ {Within(root, root, Select(0))} }}{fragments}";
    }

    private string Select(int index)
    {
        var field = path.Steps[index].Field;
        var isLast = index == path.Steps.Length - 1;
        var next = isLast ? path.Target : path.Steps[index + 1].On;
        var inside = !isLast ? Within(field.Type.Named, next!, Select(index + 1))
            : next is not null ? Within(field.Type.Named, next, string.Join(' ', next.Fields.Where(IsLeaf).Select(leaf => Aliased(leaf.Name))))
            : field.Type.Named.IsCompositeType ? "__typename"
            : null;
        return Aliased(field.Name) + arguments(field, next) + (inside is null ? "" : $" {{ {inside} }}");
    }

    private string Aliased(string name) => form is PathForm.Aliased ? $"x_{name}: {name}" : name;

    /// <summary>A selection of fields of an object type, where the surrounding field may answer a more general one.</summary>
    private string Within(NamedType surrounding, ObjectType type, string selection)
    {
        switch (form)
        {
            case PathForm.NamedFragments:
                var name = $"F{++fragmentCount}";
                fragments.Append($" fragment {name} on {type} {{ {selection} }}");
                return $"...{name}";
            case PathForm.InlineFragments:
                return schema.Types.Where(general => general.IsAbstractType && schema.IsPossibleType(general, type))
                    .Aggregate($"... on {type} {{ {selection} }}", (inner, general) => $"... on {general} {{ {inner} }}");
            default:
                return ReferenceEquals(surrounding, type) ? selection : $"... on {type} {{ {selection} }}";
        }
    }

    private static bool IsLeaf(FieldDefinition field) => !field.Type.Named.IsCompositeType && field.Arguments.Count == 0;
}
