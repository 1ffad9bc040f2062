namespace GraphQLTokens.Engine.Errors;

/// <summary>A place in a document. Lines and columns start at 1 and columns count UTF-16 code units (section 7.1.6).</summary>
public readonly record struct SourceLocation(int Line, int Column);
