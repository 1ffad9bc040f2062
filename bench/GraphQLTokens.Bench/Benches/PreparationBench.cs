using System.Text.Json;
using BenchmarkDotNet.Attributes;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Bench.Benches;

/// <summary>What follows the parser when a document was not seen before.</summary>
public class PreparationBench
{
    private static readonly DocumentNode Tree = Parser.Parse(SchemaUnderTest.Document);

    [Benchmark]
    public int Validate() => DocumentValidator.Validate(SchemaUnderTest.Schema, Tree).Count;

    [Benchmark]
    public object Plan()
    {
        var operation = new PreparedDocument(SchemaUnderTest.Executable, Tree).FindOperation(null)!;
        operation.Variables.TryCoerce(default(JsonElement), out var variables, out _);
        return operation.PlanFor(variables);
    }

    [Benchmark(Baseline = true)]
    public object ParseValidateAndPlan() => ColdPath.Prepare(SchemaUnderTest.Document);
}
