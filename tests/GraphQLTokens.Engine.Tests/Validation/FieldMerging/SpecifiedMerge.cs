using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Tests.Validation.FieldMerging;

/// <summary>The algorithm of section 5.3.2 as it stands there, each field against each: what the quick ones are held to. Documents without cycles of fragments only.</summary>
internal sealed class SpecifiedMerge(Schema schema, DocumentNode document)
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments =
        document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    private sealed record Selected(FieldNode Node, NamedType Parent)
    {
        public GraphQLType? Type => (Parent as IFieldsType)?.Fields.FirstOrDefault(definition => definition.Name == Node.Name.Value)?.Type;
    }

    /// <summary>Whether FieldsInSetCanMerge holds for every selection set of the document.</summary>
    public bool Holds() => Sets().All(set => Conflicts(set.Set, set.Parent).Count == 0);

    /// <summary>Every selection set of the document, with the type that it selects on.</summary>
    public IEnumerable<(SelectionSetNode Set, NamedType Parent)> Sets() => document.Definitions.SelectMany(definition => definition switch
    {
        OperationDefinitionNode operation => Sets(operation.SelectionSet, schema.QueryType),
        FragmentDefinitionNode fragment => Sets(fragment.SelectionSet, TypeOf(fragment.TypeCondition)!),
        _ => [],
    });

    private IEnumerable<(SelectionSetNode Set, NamedType Parent)> Sets(SelectionSetNode set, NamedType parent) => set.Selections.SelectMany(selection => selection switch
    {
        FieldNode { SelectionSet: { } inner } field => Sets(inner, new Selected(field, parent).Type!.Named),
        InlineFragmentNode inline => Sets(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? parent),
        _ => [],
    }).Prepend((set, parent));

    /// <summary>The response names in a selection set that two fields share which cannot be one.</summary>
    public HashSet<string> Conflicts(SelectionSetNode set, NamedType parent) =>
        [.. Pairs(Fields(set, parent)).Where(pair => !CanMerge(pair.Left, pair.Right)).Select(pair => pair.Left.Node.ResponseName)];

    private bool CanMerge(IReadOnlyList<Selected> fields) => Pairs(fields).All(pair => CanMerge(pair.Left, pair.Right));

    private bool CanMerge(Selected left, Selected right) =>
        HaveSameShape(left, right) && (!CanBeOne(left, right) || (AreSame(left.Node, right.Node) && CanMerge(Inside(left, right))));

    private bool HaveSameShape(Selected left, Selected right) =>
        (left.Type is not { } a || right.Type is not { } b || AreAlike(a, b)) && Pairs(Inside(left, right)).All(pair => HaveSameShape(pair.Left, pair.Right));

    private static bool AreAlike(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (NonNullType l, NonNullType r) => AreAlike(l.OfType, r.OfType),
        (ListType l, ListType r) => AreAlike(l.ItemType, r.ItemType),
        (NamedType { IsLeafType: true } l, NamedType r) => l == r,
        (NamedType { IsCompositeType: true }, NamedType { IsCompositeType: true }) => true,
        _ => false,
    };

    private static bool CanBeOne(Selected left, Selected right) => left.Parent == right.Parent || left.Parent is not ObjectType || right.Parent is not ObjectType;

    private static bool AreSame(FieldNode left, FieldNode right) => left.Name.Value == right.Name.Value && Arguments(left) == Arguments(right);

    private static string Arguments(FieldNode field) =>
        string.Join(", ", field.Arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal).Select(argument => $"{argument.Name.Value}: {SyntaxPrinter.Print(argument.Value)}"));

    private static IEnumerable<(Selected Left, Selected Right)> Pairs(IReadOnlyList<Selected> fields) =>
        from left in Enumerable.Range(0, fields.Count)
        from right in Enumerable.Range(left + 1, fields.Count - left - 1)
        where fields[left].Node.ResponseName == fields[right].Node.ResponseName
        select (fields[left], fields[right]);

    private List<Selected> Inside(Selected left, Selected right) => [.. Inside(left), .. Inside(right)];

    private List<Selected> Inside(Selected field) => field.Node.SelectionSet is { } set ? Fields(set, field.Type!.Named) : [];

    private List<Selected> Fields(SelectionSetNode set, NamedType parent) => [.. set.Selections.SelectMany(selection => selection switch
    {
        FieldNode field => [new Selected(field, parent)],
        InlineFragmentNode inline => Fields(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? parent),
        FragmentSpreadNode spread when fragments[spread.Name.Value] is var fragment => Fields(fragment.SelectionSet, TypeOf(fragment.TypeCondition)!),
        _ => (IEnumerable<Selected>)[],
    })];

    private NamedType? TypeOf(NamedTypeNode? condition) => condition is null ? null : schema.Types[condition.Name.Value];
}
