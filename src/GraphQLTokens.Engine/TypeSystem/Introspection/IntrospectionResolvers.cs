using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Printing;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Introspection;

/// <summary>Resolves one field of an introspection type, or a meta field of the query root.</summary>
/// <param name="schema">The schema that the operation runs on.</param>
/// <param name="source">What the field's type stands for: see <see cref="IntrospectionResolvers"/>. Unused by the meta fields.</param>
/// <param name="arguments">The field's coerced arguments.</param>
public delegate object? IntrospectionResolver(Schema schema, object? source, InputValues arguments);

/// <summary>
/// How section 4.2 reads a schema. Enum values are answered by name, lists as <see cref="IReadOnlyList{T}"/>.
/// <list type="table">
/// <item><term><c>__Schema</c></term><description><see cref="Schema"/></description></item>
/// <item><term><c>__Type</c></term><description><see cref="GraphQLType"/>, wrappers included</description></item>
/// <item><term><c>__Field</c></term><description><see cref="FieldDefinition"/></description></item>
/// <item><term><c>__InputValue</c></term><description><see cref="InputValueDefinition"/></description></item>
/// <item><term><c>__EnumValue</c></term><description><see cref="EnumValueDefinition"/></description></item>
/// <item><term><c>__Directive</c></term><description><see cref="DirectiveDefinition"/></description></item>
/// </list>
/// </summary>
public static class IntrospectionResolvers
{
    private static readonly Dictionary<(string TypeName, string FieldName), IntrospectionResolver> OfFields = new()
    {
        [("__Schema", "description")] = Of<Schema>(schema => schema.Description),
        [("__Schema", "types")] = Of<Schema>(schema => schema.Types),
        [("__Schema", "queryType")] = Of<Schema>(schema => schema.QueryType),
        [("__Schema", "mutationType")] = Of<Schema>(schema => schema.MutationType),
        [("__Schema", "subscriptionType")] = Of<Schema>(schema => schema.SubscriptionType),
        [("__Schema", "directives")] = Of<Schema>(schema => schema.DirectiveDefinitions),

        [("__Type", "kind")] = Of<GraphQLType>(TypeFields.Kind),
        [("__Type", "name")] = Of<GraphQLType>(type => (type as NamedType)?.Name),
        [("__Type", "description")] = Of<GraphQLType>(type => (type as NamedType)?.Description),
        [("__Type", "specifiedByURL")] = Of<GraphQLType>(type => (type as ScalarType)?.SpecifiedByUrl),
        [("__Type", "fields")] = Of<GraphQLType>((type, arguments) => TypeFields.Fields(type, IncludesDeprecated(arguments))),
        [("__Type", "interfaces")] = Of<GraphQLType>(TypeFields.Interfaces),
        [("__Type", "possibleTypes")] = (schema, source, _) => TypeFields.PossibleTypes(schema, (GraphQLType)source!),
        [("__Type", "enumValues")] = Of<GraphQLType>((type, arguments) => TypeFields.EnumValues(type, IncludesDeprecated(arguments))),
        [("__Type", "inputFields")] = Of<GraphQLType>((type, arguments) => TypeFields.InputFields(type, IncludesDeprecated(arguments))),
        [("__Type", "ofType")] = Of<GraphQLType>(TypeFields.OfType),
        [("__Type", "isOneOf")] = Of<GraphQLType>(type => (type as InputObjectType)?.IsOneOf),

        [("__Field", "name")] = Of<FieldDefinition>(field => field.Name),
        [("__Field", "description")] = Of<FieldDefinition>(field => field.Description),
        [("__Field", "args")] = Of<FieldDefinition>((field, arguments) => TypeFields.Arguments(field.Arguments, IncludesDeprecated(arguments))),
        [("__Field", "type")] = Of<FieldDefinition>(field => field.Type),
        [("__Field", "isDeprecated")] = Of<FieldDefinition>(field => field.DeprecationReason is not null),
        [("__Field", "deprecationReason")] = Of<FieldDefinition>(field => field.DeprecationReason),

        [("__InputValue", "name")] = Of<InputValueDefinition>(input => input.Name),
        [("__InputValue", "description")] = Of<InputValueDefinition>(input => input.Description),
        [("__InputValue", "type")] = Of<InputValueDefinition>(input => input.Type),
        [("__InputValue", "defaultValue")] = Of<InputValueDefinition>(DefaultValueText.Of),
        [("__InputValue", "isDeprecated")] = Of<InputValueDefinition>(input => input.DeprecationReason is not null),
        [("__InputValue", "deprecationReason")] = Of<InputValueDefinition>(input => input.DeprecationReason),

        [("__EnumValue", "name")] = Of<EnumValueDefinition>(value => value.Name),
        [("__EnumValue", "description")] = Of<EnumValueDefinition>(value => value.Description),
        [("__EnumValue", "isDeprecated")] = Of<EnumValueDefinition>(value => value.DeprecationReason is not null),
        [("__EnumValue", "deprecationReason")] = Of<EnumValueDefinition>(value => value.DeprecationReason),

        [("__Directive", "name")] = Of<DirectiveDefinition>(directive => directive.Name),
        [("__Directive", "description")] = Of<DirectiveDefinition>(directive => directive.Description),
        [("__Directive", "isRepeatable")] = Of<DirectiveDefinition>(directive => directive.IsRepeatable),
        [("__Directive", "locations")] = Of<DirectiveDefinition>(directive => directive.Locations.Select(location => location.ToString()).ToArray()),
        [("__Directive", "args")] = Of<DirectiveDefinition>(
            (directive, arguments) => TypeFields.Arguments(directive.Arguments, IncludesDeprecated(arguments))),
    };

    /// <summary>The meta field <c>__schema</c>.</summary>
    public static IntrospectionResolver ForSchema { get; } = (schema, _, _) => schema;

    /// <summary>The meta field <c>__type</c>; null where the schema has no type of that name.</summary>
    public static IntrospectionResolver ForType { get; } =
        (schema, _, arguments) => arguments["name"] is string name && schema.Types.TryGet(name, out var type) ? type : null;

    /// <summary>The resolver of a field of an introspection type.</summary>
    /// <exception cref="KeyNotFoundException">There is no such field.</exception>
    public static IntrospectionResolver For(string typeName, string fieldName) => OfFields[(typeName, fieldName)];

    private static IntrospectionResolver Of<T>(Func<T, object?> read) => (_, source, _) => read((T)source!);

    private static IntrospectionResolver Of<T>(Func<T, InputValues, object?> read) => (_, source, arguments) => read((T)source!, arguments);

    private static bool IncludesDeprecated(InputValues arguments) => arguments["includeDeprecated"] is true;
}
