using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.FieldMerging;

/// <summary>The selection of an operation, a fragment or a field: its fields, those of inline fragments among them, and the fragments that it spreads.</summary>
internal sealed class FieldScope(int id, SelectionSetNode set, NamedType? parent)
{
    private List<string>? spreads;

    public SelectionSetNode Set { get; } = set;

    /// <summary>The type that it selects on; null where that is unknown or has no fields.</summary>
    public NamedType? Parent { get; } = parent;

    /// <summary>The position in the document's order; two scopes never share one.</summary>
    public int Id { get; } = id;

    public List<SelectedField> Fields { get; } = [];

    /// <summary>Names of fragments; a name may stand more than once.</summary>
    public IReadOnlyList<string> Spreads => spreads ?? (IReadOnlyList<string>)[];

    /// <summary>Whether it has been checked alone, merged with nothing: most scopes never are, and need no entry in a table.</summary>
    public bool IsCheckedAlone { get; set; }

    /// <summary>The round of collecting in which it was last met.</summary>
    public int MetInRound { get; set; }

    public void AddSpread(string name) => (spreads ??= []).Add(name);
}

/// <summary>A field where it is selected.</summary>
/// <param name="Parent">The type that it is selected on; null where that is unknown.</param>
/// <param name="Definition">Null where the type itself declares no such field: meta fields count as such, since what every type has conflicts with nothing.</param>
/// <param name="Scope">Its own selection; null where it has none.</param>
internal sealed record SelectedField(FieldNode Node, NamedType? Parent, FieldDefinition? Definition, FieldScope? Scope)
{
    /// <param name="scope">Its own selection; null where it has none, or where it is not asked for.</param>
    public static SelectedField Of(FieldNode node, NamedType? parent, FieldScope? scope = null) => new(
        node, parent, parent is IFieldsType type && type.Fields.TryGet(node.Name.Value, out var definition) ? definition : null, scope);

    public string ResponseName => Node.ResponseName;

    /// <summary>
    /// Whether the two stand on different object types. Abstract types count as overlapping even where today no object has both: the schema may
    /// grow.
    /// </summary>
    public static bool NoObjectHasBoth(SelectedField left, SelectedField right) =>
        left.Parent is ObjectType && right.Parent is ObjectType && !ReferenceEquals(left.Parent, right.Parent);
}
