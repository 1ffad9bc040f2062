using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Execution.Subscriptions;
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

    /// <summary>Executes a query or a mutation. Every fault of the request or of a resolver is part of the response.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled: nobody waits for the answer.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        if (!TryReady(request, out var plan, out var variables, out var refusal))
            return new(refusal);
        if (plan.Operation.Operation == OperationKind.Subscription)
            return new(Refuse([new GraphQLError("Subscriptions are not served over this transport.", code: ErrorCodes.OperationResolutionFailed)]));
        return RunAsync(plan, request, variables, rootValue: null, cancellationToken);
    }

    /// <summary>Starts an operation of any kind: as <see cref="ExecuteAsync"/>, and for a subscription with its stream, open.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the source was open.</exception>
    public async ValueTask<GraphQLResult> StartAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        if (!TryReady(request, out var plan, out var variables, out var refusal))
            return GraphQLResult.Of(refusal);
        if (plan.Operation.Operation != OperationKind.Subscription)
            return GraphQLResult.Of(await RunAsync(plan, request, variables, rootValue: null, cancellationToken).ConfigureAwait(false));

        // CreateSourceEventStream, then MapSourceToResponseEvent (section 6.2.3).
        using var unbounded = new Deadline(Timeout.InfiniteTimeSpan, options.Time, cancellationToken);
        var (source, error) = await new OperationRun(plan, request, variables, unexpected, unbounded).OpenSourceAsync().ConfigureAwait(false);
        if (source is null)
            return GraphQLResult.Of(GraphQLResponse.RequestError(error!));
        var responses = new ResponseStream(source, (@event, stop) => RunAsync(plan, request, variables, @event, stop), request.RightEnds, unexpected);
        return GraphQLResult.Of(responses.ReadAsync(cancellationToken));
    }

    // Parse, validate, find the operation, coerce the variables, plan.
    private bool TryReady(
        GraphQLRequest request, [NotNullWhen(true)] out OperationPlan? plan, out VariableValues variables, [NotNullWhen(false)] out GraphQLResponse? refusal)
    {
        plan = null;
        variables = VariableValues.None;
        refusal = null;
        if (Prepare(request.Document, out var document) is { Count: > 0 } faults)
            refusal = Refuse(faults);
        else if (Find(document!, request, out var operation) is { } unknown)
            refusal = Refuse([unknown]);
        else if (Schema.RootTypeOf(operation!.Node.Operation) is null)
            refusal = GraphQLResponse.Executed(null, [NoRootType(operation.Node)]);
        else if (!operation.Variables.TryCoerce(request.Variables, out variables, out var errors))
            refusal = Refuse(errors!);
        else
            plan = operation.PlanFor(variables);
        return refusal is null;
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
    private static GraphQLError? Find(PreparedDocument document, GraphQLRequest request, out PreparedOperation? operation)
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
            OperationKind.Mutation or OperationKind.Subscription => null,
        };
    }

    private async ValueTask<GraphQLResponse> RunAsync(
        OperationPlan plan, GraphQLRequest request, VariableValues variables, object? rootValue, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.Timeout, options.Time, cancellationToken);
        try
        {
            return await new OperationRun(plan, request, variables, unexpected, deadline).ExecuteAsync(rootValue).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && deadline.HasPassed)
        {
            return GraphQLResponse.RequestError(new GraphQLError(
                $"The operation took longer than {options.Timeout.TotalSeconds:0.###} seconds and was given up.", code: ErrorCodes.ExecutionTimeout));
        }
    }

    private static GraphQLResponse Refuse(IReadOnlyList<GraphQLError> errors) => GraphQLResponse.RequestError(errors);
}
