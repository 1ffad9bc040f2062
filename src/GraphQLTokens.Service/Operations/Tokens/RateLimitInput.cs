namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>The schema's RateLimitInput, not judged yet.</summary>
internal sealed record RateLimitInput(int Limit, TimeSpan Window);
