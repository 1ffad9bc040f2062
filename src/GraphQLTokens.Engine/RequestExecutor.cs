using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.Validation;
using GraphQLTokens.Engine.Validation.Limits;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GraphQLTokens.Engine;

/// <summary>
/// Executes requests against a schema (section 6.1). This file is the engine's table of contents: parse, validate, plan, coerce, execute.
/// Thread-safe; one for the life of a service.
/// </summary>
public sealed class RequestExecutor
{
    private readonly ExecutableSchema schema;
    private readonly ExecutionOptions options;
    private readonly UnexpectedErrors unexpected;
    private readonly DocumentCache documents;

    /// <param name="schema">A valid schema.</param>
    /// <param name="bindings">The code behind it.</param>
    /// <exception cref="SchemaBindingException">The code does not fit the schema.</exception>
    public RequestExecutor(Schema schema, SchemaBindings bindings, ExecutionOptions? options = null, ILogger<RequestExecutor>? logger = null)
    {
        this.schema = SchemaBinder.Bind(schema, bindings);
        this.options = options ?? new ExecutionOptions();
        unexpected = new UnexpectedErrors(logger ?? NullLogger<RequestExecutor>.Instance);
        documents = new DocumentCache(this.options.DocumentCacheCharacters);
    }

    public Schema Schema => schema.Schema;

    /// <summary>Executes one request. Every fault of the request or of a resolver is part of the response.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled: nobody waits for the answer.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        if (Prepare(request.Document, out var document) is { Count: > 0 } faults)
            return Refuse(faults);
        if (Find(document!, request, out var operation) is { } unknown)
            return Refuse([unknown]);
        if (Schema.RootTypeOf(operation!.Node.Operation) is null)
            return new(GraphQLResponse.Executed(null, [NoRootType(operation.Node)]));
        if (!operation.Variables.TryCoerce(request.Variables, out var variables, out var errors))
            return Refuse(errors!);
        if (!operation.TryPlan(variables, out var plan, out var refusal))
            return Refuse([refusal]);
        return RunAsync(plan, request, variables, cancellationToken);
    }

    // Parse and validate, unless the same text has passed before.
    private IReadOnlyList<GraphQLError> Prepare(string text, out PreparedDocument? document)
    {
        document = documents.Find(text);
        if (document is not null)
            return [];

        DocumentNode tree;
        try
        {
            tree = Parser.Parse(new SourceText(text), options.Parser);
        }
        catch (SyntaxException exception)
        {
            return [exception.Error];
        }

        var errors = DocumentValidator.Validate(Schema, tree);
        if (errors.Count == 0)
            errors = OperationDepth.Check(tree, options.MaxDepth);
        if (errors.Count > 0)
            return errors;
        document = new PreparedDocument(schema, tree);
        documents.Add(text, document);
        return [];
    }

    // The reference implementation, and so every client, finds this out while executing: `data` is there, and null.
    private static GraphQLError NoRootType(OperationDefinitionNode operation)
    {
        var kind = operation.Operation.ToString().ToLowerInvariant();
        return new GraphQLError($"Schema is not configured to execute {kind} operation.", [operation.Location.ToSourceLocation()], code: ErrorCodes.OperationResolutionFailed);
    }

    // GetOperation (section 6.1), and what the transport lets this request do.
    private GraphQLError? Find(PreparedDocument document, GraphQLRequest request, out PreparedOperation? operation)
    {
        operation = document.FindOperation(request.OperationName);
        if (operation is null)
        {
            return new GraphQLError(
                string.IsNullOrEmpty(request.OperationName)
                    ? document.OperationCount == 0
                        ? "The document holds no operation."
                        : "Must provide operation name if query contains multiple operations."
                    : $"Unknown operation named \"{request.OperationName}\".",
                code: ErrorCodes.OperationResolutionFailed);
        }

        return operation.Node.Operation switch
        {
            OperationKind.Query => null,
            OperationKind.Mutation when request.QueriesOnly => new GraphQLError("Mutations are not allowed over GET: send a POST.", code: ErrorCodes.MethodNotAllowed),
            OperationKind.Mutation => null,
            OperationKind.Subscription when Schema.SubscriptionType is null => null,
            OperationKind.Subscription => new GraphQLError("Subscriptions are not served over this transport.", code: ErrorCodes.OperationResolutionFailed),
        };
    }

    private async ValueTask<GraphQLResponse> RunAsync(OperationPlan plan, GraphQLRequest request, VariableValues variables, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.Timeout, options.Time, cancellationToken);
        try
        {
            return await new OperationRun(plan, request, variables, unexpected, deadline).ExecuteAsync(rootValue: null).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && deadline.HasPassed)
        {
            return GraphQLResponse.RequestError(new GraphQLError(
                $"The operation took longer than {options.Timeout.TotalSeconds:0.###} seconds and was given up.", code: ErrorCodes.ExecutionTimeout));
        }
    }

    private static ValueTask<GraphQLResponse> Refuse(IReadOnlyList<GraphQLError> errors) => new(GraphQLResponse.RequestError(errors));
}
