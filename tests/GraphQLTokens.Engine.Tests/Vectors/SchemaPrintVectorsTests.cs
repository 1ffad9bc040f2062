using System.Text.Json;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Printing;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>Schemas as the reference implementation prints them, byte for byte.</summary>
public sealed class SchemaPrintVectorsTests
{
    [Fact]
    public void Prints_schemas_as_the_reference_does() =>
        VectorFile.Read("print.json").AssertEach(@case => Difference(@case, "printed", SchemaPrinter.Print(Load(@case))));

    [Fact]
    public void Sorts_schemas_as_the_reference_does() =>
        VectorFile.Read("print.json").AssertEach(@case => Difference(@case, "sorted", SchemaPrinter.Print(SchemaSorter.Sort(Load(@case)))));

    [Fact]
    public void Prints_what_reads_as_the_same_schema() => VectorFile.Read("print.json").AssertEach(@case =>
    {
        var printed = SchemaPrinter.Print(Load(@case));
        var again = SchemaPrinter.Print(SchemaLoader.Load(printed));
        return printed == again ? null : $"\n{printed}\nbecomes\n{again}";
    });

    [Fact]
    public void Sorts_the_same_whatever_the_order_was() => VectorFile.Read("print.json").AssertEach(@case =>
    {
        var sorted = SchemaSorter.Sort(Load(@case));
        return SchemaPrinter.Print(sorted) == SchemaPrinter.Print(SchemaSorter.Sort(sorted)) ? null : "sorting a sorted schema changes it";
    });

    private static Schema Load(JsonElement @case) => SchemaLoader.Load(JsonText.Of(@case.GetProperty("sdl")), new() { LenientDirectives = true });

    private static string? Difference(JsonElement @case, string name, string found)
    {
        var expected = JsonText.Of(@case.GetProperty(name));
        return expected == found ? null : $"\nexpected\n{expected}\nfound\n{found}";
    }
}
