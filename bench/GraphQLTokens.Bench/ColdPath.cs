using System.Text.Json;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Bench;

/// <summary>What a request executor does with a document that it has never seen.</summary>
internal static class ColdPath
{
    /// <exception cref="InvalidOperationException">The document is not valid, or its variables do not coerce.</exception>
    public static OperationPlan Prepare(string text)
    {
        var tree = Parser.Parse(text);
        if (DocumentValidator.Validate(SchemaUnderTest.Schema, tree) is [var fault, ..])
            throw new InvalidOperationException(fault.Message);
        var operation = new PreparedDocument(SchemaUnderTest.Executable, tree).FindOperation(null)!;
        if (!operation.Variables.TryCoerce(default(JsonElement), out var variables, out var errors))
            throw new InvalidOperationException(errors![0].Message);
        return operation.PlanFor(variables);
    }
}
