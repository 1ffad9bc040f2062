namespace GraphQLTokens.Engine.Validation.Limits;

/// <summary>What a selection set asks for, fragments counted wherever they are spread. Figures are floating, since fragments that double at each level count to 2^1000.</summary>
/// <param name="Fields">Fields of this very set, its fragments' included, before equal ones are merged.</param>
/// <param name="WidestSet">The most fields that a set below this one collects.</param>
/// <param name="Aliases">Aliases, here and below.</param>
/// <param name="Spreads">Fragment spreads, here and below.</param>
/// <param name="TypeLists">How deep fields that list parts of a type (as introspection's own types have them) nest.</param>
/// <param name="IntrospectionDepth">The same, below <c>__schema</c> and <c>__type</c> only.</param>
internal readonly record struct SelectionMeasure(double Fields, double WidestSet, double Aliases, double Spreads, int TypeLists, int IntrospectionDepth)
{
    /// <summary>Two parts of one selection set.</summary>
    public static SelectionMeasure operator +(SelectionMeasure left, SelectionMeasure right) => new(
        left.Fields + right.Fields,
        Math.Max(left.WidestSet, right.WidestSet),
        left.Aliases + right.Aliases,
        left.Spreads + right.Spreads,
        Math.Max(left.TypeLists, right.TypeLists),
        Math.Max(left.IntrospectionDepth, right.IntrospectionDepth));

    /// <summary>A field that selects this.</summary>
    public SelectionMeasure Under(string fieldName) => this with
    {
        Fields = 1,
        WidestSet = Math.Max(WidestSet, Fields),
        TypeLists = TypeLists + (fieldName is "fields" or "inputFields" or "interfaces" or "possibleTypes" ? 1 : 0),
        IntrospectionDepth = fieldName is "__schema" or "__type" ? TypeLists : IntrospectionDepth,
    };
}
