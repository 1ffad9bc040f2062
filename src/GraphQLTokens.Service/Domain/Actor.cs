namespace GraphQLTokens.Service.Domain;

/// <summary>Who did something.</summary>
internal sealed record Actor(ActorKind Kind, Guid Id);

/// <summary>Stored by number: append only.</summary>
internal enum ActorKind
{
    System = 0,
    Token = 1,
    User = 2,
}
