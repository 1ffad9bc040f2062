using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem;

/// <summary>A whole, valid schema (section 3.3). Made by <see cref="SchemaBuilder"/>; immutable.</summary>
public sealed class Schema
{
    private static readonly ImmutableHashSet<ObjectType> NoTypes = [];
    private readonly Dictionary<NamedType, ImmutableArray<ObjectType>> possibleTypes = [];
    private readonly Dictionary<NamedType, ImmutableHashSet<ObjectType>> possibleTypeSets = [];

    internal Schema(
        string? description,
        NamedList<NamedType> types,
        NamedList<DirectiveDefinition> directives,
        ObjectType queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType)
    {
        Description = description;
        Types = types;
        DirectiveDefinitions = directives;
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        foreach (var type in types.Where(type => type.IsAbstractType))
        {
            possibleTypes[type] = type is UnionType union
                ? union.Types
                : [.. types.OfType<ObjectType>().Where(candidate => candidate.Interfaces.Contains((InterfaceType)type))];
            possibleTypeSets[type] = [.. possibleTypes[type]];
        }
    }

    public string? Description { get; }

    /// <summary>Every type: those of the schema in their order, built-in ones where they are first referred to, and introspection's own.</summary>
    public NamedList<NamedType> Types { get; }

    /// <summary>Every directive: those of the schema in their order, and the built-in ones.</summary>
    public NamedList<DirectiveDefinition> DirectiveDefinitions { get; }

    public ObjectType QueryType { get; }

    public ObjectType? MutationType { get; }

    public ObjectType? SubscriptionType { get; }

    /// <summary>Directives on the schema definition itself and its extensions.</summary>
    public ImmutableArray<AppliedDirective> Directives { get; internal init; } = [];

    /// <summary>The schema definition and its extensions; empty where the default names of the root types are used.</summary>
    public ImmutableArray<SchemaNode> Nodes { get; internal init; } = [];

    /// <summary>The root type of an operation, or null where the schema has none of that kind.</summary>
    public ObjectType? RootTypeOf(OperationKind operation) => operation switch
    {
        OperationKind.Query => QueryType,
        OperationKind.Mutation => MutationType,
        OperationKind.Subscription => SubscriptionType,
    };

    /// <summary>The object types that a value of this type may have; the type itself where it is an object type.</summary>
    public ImmutableArray<ObjectType> PossibleTypes(NamedType type) =>
        type is ObjectType only ? [only] : possibleTypes.TryGetValue(type, out var types) ? types : [];

    /// <summary>Whether a value of the object type may stand where the (abstract or object) type is asked for.</summary>
    public bool IsPossibleType(NamedType type, ObjectType candidate) =>
        ReferenceEquals(type, candidate) || possibleTypeSets.GetValueOrDefault(type, NoTypes).Contains(candidate);

    /// <summary>
    /// The field of that name, meta fields included: <c>__typename</c> on every composite type, <c>__schema</c> and <c>__type</c> on the
    /// query root (sections 4.1 and 4.2). Null where there is none.
    /// </summary>
    public FieldDefinition? FieldOf(NamedType type, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            if (name == MetaFields.TypeName.Name && type.IsCompositeType)
                return MetaFields.TypeName;
            if (ReferenceEquals(type, QueryType) && name == Meta.Schema.Name)
                return Meta.Schema;
            if (ReferenceEquals(type, QueryType) && name == Meta.Type.Name)
                return Meta.Type;
        }

        return type is IFieldsType fields && fields.Fields.TryGet(name, out var field) ? field : null;
    }

    /// <summary>The meta fields of the query root, whose types are this schema's own introspection types.</summary>
    public required MetaFields Meta { get; init; }
}
