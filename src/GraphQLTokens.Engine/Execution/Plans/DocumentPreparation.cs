using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.Validation;
using GraphQLTokens.Engine.Validation.Limits;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>
/// From the text of a request to a document that may be executed: parsed, within its limits, valid. Each text once: only what has passed is
/// kept, and that does not depend on who asks.
/// </summary>
internal sealed class DocumentPreparation(ExecutableSchema schema, ExecutionOptions options)
{
    private readonly ValidationOptions hidden = HiddenSchema.Narrow(options.Validation);
    private readonly DocumentCache documents = new(options.DocumentCacheBytes);

    /// <param name="hideSchema">For a request of that kind: <see cref="GraphQLRequest.HideSchema"/>.</param>
    /// <returns>Empty where there is a document; else why there is none, in words for this request.</returns>
    public IReadOnlyList<GraphQLError> Prepare(string text, bool hideSchema, out PreparedDocument? document)
    {
        document = documents.Find(text);
        if (document is not null)
            return [];
        var errors = Make(new SourceText(text), hideSchema, out document);
        if (document is not null)
            documents.Add(text, document);
        return errors;
    }

    /// <summary>As <see cref="Prepare"/>, for a document that somebody else keeps.</summary>
    public IReadOnlyList<GraphQLError> Make(SourceText source, bool hideSchema, out PreparedDocument? document)
    {
        document = null;
        DocumentNode tree;
        try
        {
            tree = Parser.Parse(source, options.Parser);
        }
        catch (SyntaxException exception)
        {
            return [exception.Error];
        }

        if (Check(tree, hideSchema) is { Count: > 0 } errors)
            return errors;
        document = new PreparedDocument(schema, tree);
        return [];
    }

    // The cheapest first. How deep fragments nest can be told once validation has refused cycles.
    private IReadOnlyList<GraphQLError> Check(DocumentNode tree, bool hideSchema)
    {
        if (OperationLimits.Check(tree, options.Document, options.MaxDepth) is { Count: > 0 } tooMuch)
            return tooMuch;
        if (DocumentValidator.Validate(schema.Schema, tree, hideSchema ? hidden : options.Validation) is { Count: > 0 } invalid)
            return hideSchema ? HiddenSchema.Mask(invalid) : invalid;
        return OperationDepth.Check(tree, options.MaxDepth);
    }
}
