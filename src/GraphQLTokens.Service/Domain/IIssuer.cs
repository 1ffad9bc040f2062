namespace GraphQLTokens.Service.Domain;

/// <summary>Under which name this service signs: its public URL, which the hosting room knows.</summary>
internal interface IIssuer
{
    /// <summary>The base URL without a trailing slash; null while it is unknown, and nothing can be signed or judged by it.</summary>
    string? Url { get; }
}
