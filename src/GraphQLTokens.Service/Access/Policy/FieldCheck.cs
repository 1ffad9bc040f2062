using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access.Policy;

/// <summary>Judges one call of a field of the schema before it has any effect. Null lets it through.</summary>
internal delegate Denial? FieldCheck(Caller caller, in CallArguments arguments);
