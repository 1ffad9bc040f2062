using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Tests.TypeSystem;

public sealed class TypeReferencesTests
{
    private static readonly Schema Schema = SchemaLoader.Load("type Query { a: Int }");

    [Theory]
    [InlineData("Int")]
    [InlineData("[Int!]!")]
    [InlineData("[[Query]!]")]
    public void Resolves_a_type_with_its_wrappers(string text)
    {
        var type = TypeReferences.Resolve(Schema, Parser.ParseType(new SourceText(text)));

        Assert.Equal(text, type?.ToString());
        Assert.Same(Schema.Types[text.Trim('[', ']', '!')], type?.Named);
    }

    [Theory]
    [InlineData("Nope")]
    [InlineData("[Nope!]!")]
    [InlineData("Float")]
    public void Answers_null_for_a_type_that_the_schema_has_not(string text) =>
        Assert.Null(TypeReferences.Resolve(Schema, Parser.ParseType(new SourceText(text))));
}
