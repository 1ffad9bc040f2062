using System.Collections.Immutable;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>What object and interface types share: fields, and interfaces that they implement.</summary>
public interface IFieldsType : INamed
{
    NamedList<FieldDefinition> Fields { get; }

    ImmutableArray<InterfaceType> Interfaces { get; }
}
