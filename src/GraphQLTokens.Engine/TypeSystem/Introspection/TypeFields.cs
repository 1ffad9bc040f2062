using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Introspection;

/// <summary>Section 4.2.2: the fields of <c>__Type</c>; each is null for the kinds of type that it says nothing about.</summary>
internal static class TypeFields
{
    public static string Kind(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        NonNullType => "NON_NULL",
        _ => throw new ArgumentException($"{type} has no kind.", nameof(type)),
    };

    public static IReadOnlyList<FieldDefinition>? Fields(GraphQLType type, bool includeDeprecated) =>
        type is IFieldsType { Fields: var fields } ? Choose(fields, field => field.DeprecationReason, includeDeprecated) : null;

    public static IReadOnlyList<InterfaceType>? Interfaces(GraphQLType type) => (type as IFieldsType)?.Interfaces;

    public static IReadOnlyList<ObjectType>? PossibleTypes(Schema schema, GraphQLType type) =>
        type.IsAbstractType ? schema.PossibleTypes(type.Named) : null;

    public static IReadOnlyList<EnumValueDefinition>? EnumValues(GraphQLType type, bool includeDeprecated) =>
        type is EnumType { Values: var values } ? Choose(values, value => value.DeprecationReason, includeDeprecated) : null;

    public static IReadOnlyList<InputValueDefinition>? InputFields(GraphQLType type, bool includeDeprecated) =>
        type is InputObjectType { Fields: var fields } ? Arguments(fields, includeDeprecated) : null;

    public static IReadOnlyList<InputValueDefinition> Arguments(NamedList<InputValueDefinition> arguments, bool includeDeprecated) =>
        Choose(arguments, argument => argument.DeprecationReason, includeDeprecated);

    public static GraphQLType? OfType(GraphQLType type) => type switch
    {
        ListType list => list.ItemType,
        NonNullType nonNull => nonNull.OfType,
        _ => null,
    };

    private static IReadOnlyList<T> Choose<T>(NamedList<T> all, Func<T, string?> deprecationReason, bool includeDeprecated)
        where T : class, INamed => includeDeprecated ? all : all.Where(item => deprecationReason(item) is null).ToArray();
}
