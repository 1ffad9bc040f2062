using GraphQLTokens.Engine.Language.Tree;
namespace GraphQLTokens.Engine.Language;
public static class SyntaxPrinter { public static string Print(SyntaxNode node) => node.ToString()!; }
