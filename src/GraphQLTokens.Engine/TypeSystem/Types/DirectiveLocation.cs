using System.Diagnostics.CodeAnalysis;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>Where a directive may stand, spelled as the specification spells it (section 3.13).</summary>
[SuppressMessage("Naming", "CA1707:Identifiers should not contain underscores", Justification = "The names are the specification's, and are read and printed by name.")]
public enum DirectiveLocation
{
    QUERY,
    MUTATION,
    SUBSCRIPTION,
    FIELD,
    FRAGMENT_DEFINITION,
    FRAGMENT_SPREAD,
    INLINE_FRAGMENT,
    VARIABLE_DEFINITION,
    SCHEMA,
    SCALAR,
    OBJECT,
    FIELD_DEFINITION,
    ARGUMENT_DEFINITION,
    INTERFACE,
    UNION,
    ENUM,
    ENUM_VALUE,
    INPUT_OBJECT,
    INPUT_FIELD_DEFINITION,
}
