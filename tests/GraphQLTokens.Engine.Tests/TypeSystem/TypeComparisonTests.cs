using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Tests.TypeSystem;

public sealed class TypeComparisonTests
{
    private static readonly Schema Schema = SchemaLoader.Load("""
        type Query implements J & I { a: Int u: U v: V }
        type Other { a: Int }
        type Third implements I { a: Int }
        interface I { a: Int }
        interface J implements I { a: Int }
        union U = Query | Other
        union V = Third
        """);

    [Theory]
    [InlineData("Int", "Int")]
    [InlineData("Int!", "Int")]
    [InlineData("[Int!]!", "[Int]")]
    [InlineData("Query", "I")]
    [InlineData("Query", "U")]
    [InlineData("J", "I")]
    [InlineData("[Query!]", "[I]")]
    public void Finds_a_narrower_type_within_a_wider_one(string sub, string super) => Assert.True(IsSubType(sub, super));

    [Theory]
    [InlineData("Int", "Int!")]
    [InlineData("Int", "[Int]")]
    [InlineData("[Int]", "Int")]
    [InlineData("I", "Query")]
    [InlineData("I", "J")]
    [InlineData("Other", "I")]
    [InlineData("Third", "U")]
    [InlineData("U", "I")]
    [InlineData("[[Query]]", "[I]")]
    public void Finds_no_other_type_within(string sub, string super) => Assert.False(IsSubType(sub, super));

    [Theory]
    [InlineData("Query", "Query", true)]
    [InlineData("Query", "Other", false)]
    [InlineData("I", "U", true)]
    [InlineData("J", "V", false)]
    [InlineData("I", "V", true)]
    [InlineData("U", "V", false)]
    [InlineData("U", "Other", true)]
    [InlineData("I", "Other", false)]
    public void Says_whether_a_value_can_be_of_both_types(string left, string right, bool overlap)
    {
        Assert.Equal(overlap, TypeComparison.DoTypesOverlap(Schema, Schema.Types[left], Schema.Types[right]));
        Assert.Equal(overlap, TypeComparison.DoTypesOverlap(Schema, Schema.Types[right], Schema.Types[left]));
    }

    private static bool IsSubType(string sub, string super) => TypeComparison.IsSubType(Schema, Type(sub), Type(super));

    private static GraphQLType Type(string text) => TypeReferences.Resolve(Schema, Parser.ParseType(new SourceText(text)))!;
}
