using System.Collections.Immutable;
using System.Globalization;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>
/// The weights of a schema (Cost Directives, "The Cost Directive", `weight`), read once. What <c>@cost</c> says on a field, argument or input field counts;
/// else what it says on the type; else 1 for objects and input objects, and 0 for scalars and enums. An abstract type weighs as the heaviest
/// type that it can be.
/// </summary>
internal sealed class CostModel
{
    private readonly Dictionary<FieldDefinition, FieldCost> fields = [];
    private readonly Dictionary<NamedType, double> types = [];
    private readonly Dictionary<InputValueDefinition, double> inputs = [];

    private CostModel(Schema schema, List<string> faults)
    {
        Schema = schema;
        foreach (var type in schema.Types)
            types[type] = Weight(type.Directives, type.Name, faults) ?? (type.IsLeafType ? 0 : 1);
        foreach (var type in schema.Types.Where(type => type.IsAbstractType))
            types[type] = schema.PossibleTypes(type).Select(possible => types[possible]).DefaultIfEmpty().Max();
        foreach (var directive in schema.DirectiveDefinitions)
            Add(directive.Arguments, $"@{directive.Name}", faults);
        foreach (var input in schema.Types.OfType<InputObjectType>())
            Add(input.Fields, input.Name, faults);
        foreach (var field in schema.Types.OfType<IFieldsType>().SelectMany(type => type.Fields))
            Add(field, faults);
        foreach (var field in new[] { MetaFields.TypeName, schema.Meta.Schema, schema.Meta.Type })
            Add(field, faults);
    }

    public Schema Schema { get; }

    /// <param name="faults">Gets an entry for each weight, argument or field of the directives that makes no sense.</param>
    public static CostModel Create(Schema schema, List<string> faults) => new(schema, faults);

    public FieldCost Of(FieldDefinition field) => fields[field];

    public double Of(NamedType type) => types[type];

    public double Of(InputValueDefinition input) => inputs[input];

    private void Add(FieldDefinition field, List<string> faults)
    {
        Add(field.Arguments, field.ToString(), faults);
        var typeWeight = types[field.Type.Named];
        fields[field] = new FieldCost(
            field,
            Weight(field.Directives, field.ToString(), faults) ?? typeWeight,
            typeWeight,
            field.Type.NullableType is ListType,
            ListSize.Of(field, faults),
            field.Arguments.Any(argument => inputs[argument] != 0 || argument.Type.Named is InputObjectType));
    }

    private void Add(NamedList<InputValueDefinition> definitions, string owner, List<string> faults)
    {
        foreach (var definition in definitions)
            inputs[definition] = Weight(definition.Directives, $"{owner}.{definition.Name}", faults) ?? types[definition.Type.Named];
    }

    // The specification writes weights as strings, so that any number fits; others write integers.
    private static double? Weight(ImmutableArray<AppliedDirective> directives, string place, List<string> faults)
    {
        var applied = directives.FirstOrDefault(directive => directive.Name == CostDirectives.Cost);
        if (applied is null)
            return null;
        var text = Convert.ToString(applied.Arguments["weight"], CultureInfo.InvariantCulture);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight))
            return weight;
        faults.Add($"@cost on {place} has the weight \"{text}\", which is no number.");
        return null;
    }
}
