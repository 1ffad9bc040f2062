using System.Text;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Execution.Plans;

/// <summary>Memory is measured, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(DocumentWeightTests), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(DocumentWeightTests))]
public sealed class DocumentWeightTests
{
    private static readonly ExecutableSchema Schema = SchemaBinder.Bind(
        SchemaLoader.Load("type Query { a(i: Int): Int q: Query }"), new SchemaBindings().UseFallback((_, _) => _ => default, _ => null));

    public static TheoryData<string> Documents => new()
    {
        "{ a }",
        $"{{ {Repeat(index => $"f{index}: a ", 100)} }}",
        $"{{ {Repeat(index => $"f{index}: a(i: {index}) ", 100)} }}",
        $"{{ {Repeat(_ => "q { ", 50)} a {Repeat(_ => "} ", 50)} }}",
        $"{{ {Repeat(index => $"q{index}: q {{ ...F }} ", 50)} }} fragment F on Query {{ {Repeat(index => $"f{index}: a ", 20)} }}",
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_estimate_is_near_what_a_document_takes(string text)
    {
        // Enough of them that what the runtime itself does meanwhile is lost in it.
        var kept = new PreparedDocument[Math.Clamp(100_000 / text.Length, 100, 10_000)];
        _ = Planned(text);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var index = 0; index < kept.Length; index++)
            kept[index] = Planned(text);
        var taken = (GC.GetTotalMemory(forceFullCollection: true) - before) / kept.Length;

        Assert.InRange(kept[0].Weight, taken / 2, taken * 5 / 2);
        GC.KeepAlive(kept);
    }

    private static PreparedDocument Planned(string text)
    {
        var document = new PreparedDocument(Schema, Parser.Parse(new string(text)));
        Plan(document.FindOperation(null)!.PlanFor(VariableValues.None).Root);
        return document;
    }

    private static void Plan(SelectionSetPlan set)
    {
        foreach (var field in set.Fields)
        {
            if (field.Binding.Object is { } type)
                Plan(field.SelectionFor(type));
        }
    }

    private static string Repeat(Func<int, string> text, int times)
    {
        var all = new StringBuilder();
        for (var index = 0; index < times; index++)
            all.Append(text(index));
        return all.ToString();
    }
}
