using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Vectors;

public sealed class PrintVectorsTests
{
    [Fact]
    public void Prints_documents_byte_for_byte_as_the_reference_does() => VectorFile.Read("print.json").AssertEach(@case =>
    {
        var printed = SyntaxPrinter.Print(Parser.Parse(JsonText.Of(@case.GetProperty("sdl")), ParserOptions.Trusted));
        var expected = JsonText.Of(@case.GetProperty("documentPrinted"));
        return printed == expected ? null : $"expected\n{expected}\n but printed\n{printed}";
    });

    [Fact]
    public void Prints_every_document_so_that_it_reads_back_as_the_same_tree() => VectorFile.Read("parse.json").AssertEach(@case =>
    {
        if (!@case.GetProperty("ok").GetBoolean())
            return null;
        var tree = Parser.Parse(JsonText.Of(@case.GetProperty("source")), ParserOptions.Trusted);
        var printed = SyntaxPrinter.Print(tree);
        var again = Parser.Parse(printed, ParserOptions.Trusted);
        return SyntaxComparer.DeepEquals(tree, again) && SyntaxPrinter.Print(again) == printed ? null : $"reads back otherwise:\n{printed}";
    });
}
