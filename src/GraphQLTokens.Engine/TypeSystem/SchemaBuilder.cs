namespace GraphQLTokens.Engine.TypeSystem;
/// <summary>Text to schema.</summary>
public static class SchemaBuilder;
