namespace GraphQLTokens.Engine.Language;

/// <summary>A lexical token by its place: from <paramref name="Start"/> up to <paramref name="End"/>, in UTF-16 code units from 0. Its text stays in the source.</summary>
internal readonly record struct SyntaxToken(TokenKind Kind, int Start, int End);
