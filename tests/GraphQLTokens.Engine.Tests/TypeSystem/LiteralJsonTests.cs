using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Engine.Tests.TypeSystem;

public sealed class LiteralJsonTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(65)]
    [InlineData(190)]
    public void A_literal_may_nest_as_deep_as_the_parser_lets_it(int depth)
    {
        var text = new string('[', depth) + new string(']', depth);
        var document = Parser.Parse(new SourceText($"{{ f(a: {text}) }}"));
        var field = (FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[0];

        Assert.Equal(text, LiteralJson.ToJson(field.Arguments[0].Value).GetRawText());
    }
}
