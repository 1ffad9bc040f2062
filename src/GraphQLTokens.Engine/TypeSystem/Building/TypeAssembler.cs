using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Building;

/// <summary>
/// Makes types out of definitions whose names are known to be sound. First every type without its contents, so that types can refer to each
/// other in any order; then their contents.
/// </summary>
internal sealed class TypeAssembler
{
    private readonly SdlDefinitions sdl;
    private readonly SchemaParts builtIns;
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly List<GraphQLType> misplaced = [];

    private TypeAssembler(SdlDefinitions sdl, SchemaParts builtIns, ScalarChoice scalars)
    {
        this.sdl = sdl;
        this.builtIns = builtIns;
        foreach (var definition in sdl.Types)
            types.Add(definition.Name.Value, CreateEmpty(definition, scalars));
    }

    /// <param name="builtIns">What the schema may use without defining it. A definition of a type of that name changes nothing; a directive's replaces the built-in one.</param>
    public static SchemaParts Assemble(SdlDefinitions sdl, SchemaParts builtIns, ScalarChoice scalars)
    {
        var assembler = new TypeAssembler(sdl, builtIns, scalars);
        foreach (var definition in sdl.Types)
            assembler.Fill(assembler.types[definition.Name.Value], sdl.WithExtensions(definition));
        var own = sdl.Directives.Select(assembler.CreateDirective).ToList();
        var remaining = builtIns.Directives.ExceptBy(own.Select(directive => directive.Name), builtIn => builtIn.Name);
        var directives = new NamedList<DirectiveDefinition>([.. own, .. remaining]);
        return new SchemaParts(new NamedList<NamedType>(assembler.InOrder(directives)), directives);
    }

    private IReadOnlyList<NamedType> InOrder(IEnumerable<DirectiveDefinition> directives)
    {
        var order = new TypeOrder(types.Values);
        foreach (var root in sdl.SchemaNodes.SelectMany(node => node.OperationTypes))
            order.Add(Resolve(root.Type));
        foreach (var type in misplaced)
            order.Add(type);
        order.AddAll(directives.SelectMany(directive => directive.Arguments));
        foreach (var introspection in builtIns.Types.Where(type => type is not ScalarType))
            order.Add(introspection);
        return order.Types;
    }

    private NamedType CreateEmpty(TypeDefinitionNode node, ScalarChoice scalars)
    {
        var (name, description) = (node.Name.Value, node.Description?.Value);
        if (builtIns.Types.TryGet(name, out var builtIn))
            return builtIn;
        return node switch
        {
            ScalarTypeDefinitionNode scalar => new ScalarType(name, description, scalars.For(scalar)),
            ObjectTypeDefinitionNode => new ObjectType(name, description),
            InterfaceTypeDefinitionNode => new InterfaceType(name, description),
            UnionTypeDefinitionNode => new UnionType(name, description),
            EnumTypeDefinitionNode => new EnumType(name, description),
            InputObjectTypeDefinitionNode => new InputObjectType(name, description),
            _ => throw new ArgumentException($"A {node.Kind} defines no type.", nameof(node)),
        };
    }

    private void Fill(NamedType type, ImmutableArray<TypeDefinitionNode> nodes)
    {
        if (type.IsBuiltIn)
            return;
        type.Nodes = nodes;
        switch (type)
        {
            case ObjectType @object:
                var ownNodes = nodes.OfType<ObjectTypeNode>().ToList();
                @object.Fields = new(ownNodes.SelectMany(node => node.Fields).Select(field => CreateField(field, type)));
                @object.Interfaces = Named<InterfaceType>(ownNodes.SelectMany(node => node.Interfaces));
                break;
            case InterfaceType @interface:
                var interfaceNodes = nodes.OfType<InterfaceTypeNode>().ToList();
                @interface.Fields = new(interfaceNodes.SelectMany(node => node.Fields).Select(field => CreateField(field, type)));
                @interface.Interfaces = Named<InterfaceType>(interfaceNodes.SelectMany(node => node.Interfaces));
                break;
            case UnionType union:
                union.Types = Named<ObjectType>(nodes.OfType<UnionTypeNode>().SelectMany(node => node.Types));
                break;
            case EnumType @enum:
                @enum.Values = new(nodes.OfType<EnumTypeNode>().SelectMany(node => node.Values).Select(CreateValue));
                break;
            case InputObjectType input:
                input.Fields = CreateInputValues(nodes.OfType<InputObjectTypeNode>().SelectMany(node => node.Fields));
                break;
        }
    }

    private FieldDefinition CreateField(FieldDefinitionNode node, NamedType owner) =>
        new(node.Name.Value, node.Description?.Value, Resolve(node.Type), CreateInputValues(node.Arguments)) { Node = node, DeclaringType = owner };

    private NamedList<InputValueDefinition> CreateInputValues(IEnumerable<InputValueDefinitionNode> nodes) => new(nodes.Select(node =>
        new InputValueDefinition(node.Name.Value, node.Description?.Value, Resolve(node.Type), node.DefaultValue) { Node = node }));

    private static EnumValueDefinition CreateValue(EnumValueDefinitionNode node) => new(node.Name.Value, node.Description?.Value) { Node = node };

    private DirectiveDefinition CreateDirective(DirectiveDefinitionNode node) => new(
        node.Name.Value,
        node.Description?.Value,
        CreateInputValues(node.Arguments),
        node.IsRepeatable,
        [.. node.Locations.Select(location => Enum.Parse<DirectiveLocation>(location.Value))])
    {
        Node = node,
        IsBuiltIn = BuiltInDirectives.Contains(node.Name.Value),
    };

    // What is named twice, or is of another kind, the rules on types report from the nodes.
    private ImmutableArray<T> Named<T>(IEnumerable<NamedTypeNode> nodes)
        where T : NamedType
    {
        var named = nodes.Select(Resolve).ToList();
        misplaced.AddRange(named.Where(type => type is not T));
        return [.. named.OfType<T>().Distinct()];
    }

    private GraphQLType Resolve(TypeNode node)
    {
        switch (node)
        {
            case NonNullTypeNode nonNull:
                return new NonNullType(Resolve(nonNull.Type));
            case ListTypeNode list:
                return new ListType(Resolve(list.Type));
            default:
                var name = ((NamedTypeNode)node).Name.Value;
                return types.TryGetValue(name, out var own) ? own : builtIns.Types[name];
        }
    }
}
