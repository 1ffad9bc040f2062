namespace GraphQLTokens.Service.Domain;

/// <summary>What is stored of a token value: 32 bytes, and the version of the pepper that they were made with (0: none, plain SHA-256).</summary>
internal readonly record struct TokenHash(byte[] Bytes, int PepperVersion)
{
    public const int Length = 32;
}
