using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Building;

/// <summary>Types and directives before they become a schema.</summary>
internal sealed record SchemaParts(NamedList<NamedType> Types, NamedList<DirectiveDefinition> Directives)
{
    /// <summary>Every type that the schema's own text defines.</summary>
    public IEnumerable<NamedType> OwnTypes => Types.Where(type => !type.IsBuiltIn);

    /// <summary>Every argument and input field that the schema's own text defines.</summary>
    public IEnumerable<InputValueDefinition> OwnInputValues =>
    [
        .. Directives.SelectMany(directive => directive.Arguments),
        .. OwnTypes.OfType<IFieldsType>().SelectMany(type => type.Fields).SelectMany(declared => declared.Arguments),
        .. OwnTypes.OfType<InputObjectType>().SelectMany(type => type.Fields),
    ];
}
