using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Execution.Concurrency;
using GraphQLTokens.Engine.Execution.Documents;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Execution.Results;
using GraphQLTokens.Engine.Execution.Subscriptions;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.Validation;
using GraphQLTokens.Engine.Validation.Limits;
using GraphQLTokens.Engine.Validation.Limits.Cost;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GraphQLTokens.Engine;

/// <summary>
/// Executes requests against a schema (section 6.1). This file is the engine's table of contents: find the document, parse, validate, coerce, weigh, plan, execute.
/// Thread-safe; one for the life of a service.
/// </summary>
public sealed class RequestExecutor
{
    private readonly ExecutableSchema schema;
    private readonly ExecutionOptions options;
    private readonly UnexpectedErrors unexpected;
    private readonly DocumentSource documents;
    private readonly RunningExecutions executions;
    private readonly RunningExecutions streams;

    /// <param name="schema">A valid schema.</param>
    /// <param name="bindings">The code behind it.</param>
    /// <param name="options">The bounds of execution; the defaults when null.</param>
    /// <param name="logger">Where exceptions that clients are not shown are told in full, with the trace id that clients are shown. Without it nobody hears of them.</param>
    /// <exception cref="SchemaBindingException">The code does not fit the schema.</exception>
    /// <exception cref="TrustedDocumentException">Trusted documents do not fit the schema.</exception>
    public RequestExecutor(Schema schema, SchemaBindings bindings, ExecutionOptions? options = null, ILogger<RequestExecutor>? logger = null)
    {
        this.schema = SchemaBinder.Bind(schema, bindings);
        this.options = options ?? new ExecutionOptions();
        unexpected = new UnexpectedErrors(logger ?? NullLogger<RequestExecutor>.Instance);
        documents = new DocumentSource(new DocumentPreparation(this.schema, this.options), this.options.StoredDocuments);
        executions = new RunningExecutions(this.options.Concurrency);
        streams = new RunningExecutions(this.options.Streams);
    }

    public Schema Schema => schema.Schema;

    /// <summary>Executes a query or a mutation. Every fault of the request or of a resolver is part of the response.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled: nobody waits for the answer.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        TryReadyToAnswer(request, out var ready, out var refusal) ? AnswerAsync(ready, options.MaxResponseBytes, cancellationToken) : new(refusal);

    /// <summary>
    /// Executes requests that came together, each as <see cref="ExecuteAsync"/> does, side by side and in no order. What they cost is added up first: together they
    /// may cost no more than one request may alone, or none of them is executed; and each has an equal part of the room for one response.
    /// </summary>
    /// <returns>A response for each request, in the order of the requests.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled: nobody waits for the answers.</exception>
    public async ValueTask<IReadOnlyList<GraphQLResponse>> ExecuteBatchAsync(IReadOnlyList<GraphQLRequest> requests, CancellationToken cancellationToken = default)
    {
        var batch = new (ReadyRequest Ready, GraphQLResponse? Refusal)[requests.Count];
        var cost = default(CostSum);
        for (var index = 0; index < batch.Length; index++)
        {
            if (TryReadyToAnswer(requests[index], out batch[index].Ready, out batch[index].Refusal))
                cost += batch[index].Ready.Cost.Cost;
        }

        var tooCostly = CostRefusal.Check("The batch", cost, options.Cost);
        return await Task.WhenAll(batch.Select(entry =>
            entry.Refusal is { } refusal ? Task.FromResult(refusal)
            : tooCostly is null ? AnswerAsync(entry.Ready, options.MaxResponseBytes / batch.Length, cancellationToken).AsTask()
            : Task.FromResult(Refuse([tooCostly])))).ConfigureAwait(false);
    }

    /// <summary>Starts an operation of any kind: as <see cref="ExecuteAsync"/>, and for a subscription with its stream, open.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the source was open.</exception>
    public async ValueTask<GraphQLResult> StartAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        if (!TryReady(request, out var ready, out var refusal))
            return GraphQLResult.Of(refusal);
        if (!ready.IsSubscription)
            return GraphQLResult.Of(await AnswerAsync(ready, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false));

        if (!streams.TryEnter(request.Caller, out var entered))
            return GraphQLResult.Of(Refuse([TooMany(ErrorCodes.StreamLimitExceeded, "streams open", options.Streams!)]));
        var place = new StreamPlace(entered, cancellationToken);
        try
        {
            return await OpenAsync(ready, place, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    // CreateSourceEventStream, then MapSourceToResponseEvent (section 6.2.3).
    private async ValueTask<GraphQLResult> OpenAsync(ReadyRequest ready, StreamPlace place, CancellationToken cancellationToken)
    {
        using var unbounded = new Deadline(Timeout.InfiniteTimeSpan, options.Time, cancellationToken);
        var (source, error) = await new OperationRun(ready.Plan, ready.Request, ready.Variables, unexpected, unbounded, new ResponseSize(options.MaxResponseBytes))
            .OpenSourceAsync().ConfigureAwait(false);
        if (source is null)
        {
            place.Dispose();
            return GraphQLResult.Of(GraphQLResponse.RequestError(error!));
        }

        var responses = new ResponseStream(source, (@event, stop) => RespondAsync(ready, @event, stop), ready.Request.RightEnds, unexpected);
        return GraphQLResult.Of(responses.ReadAsync(place, cancellationToken));
    }

    // Section 7.1.2: a stream is one of execution results. An event that was given up has no data, and is no reason to end the others.
    private async ValueTask<GraphQLResponse> RespondAsync(ReadyRequest ready, object? @event, CancellationToken cancellationToken)
    {
        var response = await RunAsync(ready, @event, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        return response.HasData ? response : GraphQLResponse.Executed(null, response.Errors);
    }

    // What is answered once: everything but a subscription.
    private bool TryReadyToAnswer(GraphQLRequest request, out ReadyRequest ready, [NotNullWhen(false)] out GraphQLResponse? refusal)
    {
        if (TryReady(request, out ready, out refusal) && ready.IsSubscription)
            refusal = Refuse([new GraphQLError("Subscriptions are not served over this transport.", code: ErrorCodes.OperationResolutionFailed)]);
        return refusal is null;
    }

    // Find the document, parsed and valid, and its operation; coerce the variables, weigh it all, plan.
    private bool TryReady(GraphQLRequest request, out ReadyRequest ready, [NotNullWhen(false)] out GraphQLResponse? refusal)
    {
        ready = default;
        refusal = null;
        if (VariablesSize.Check(request.Variables, options.MaxVariablesBytes) is { } tooLarge)
            refusal = Refuse([tooLarge]);
        else if (documents.Find(request, out var document) is { Count: > 0 } faults)
            refusal = Refuse(faults);
        else if (Find(document!, request, out var operation) is { } unknown)
            refusal = Refuse([unknown]);
        else if (!operation!.Variables.TryCoerce(request.Variables, out var variables, out var errors))
            refusal = Refuse(request.HideSchema ? HiddenSchema.Mask(errors!) : errors!);
        else if (Schema.RootTypeOf(operation.Node.Operation) is null)
            refusal = NoRootType(operation.Node, request.HideSchema);
        else if (Weigh(operation, variables, out var cost) is { } tooCostly)
            refusal = Refuse([tooCostly]);
        else if (request is { HideSchema: true, AdmitIntrospection: false } && operation.PlanFor(variables).Introspects)
            refusal = Refuse([HiddenSchema.InvalidDocument]);
        else
            ready = new ReadyRequest(request, operation.PlanFor(variables), variables, cost);
        return refusal is null;
    }

    // GetOperation (section 6.1), and what the transport lets this request do.
    private static GraphQLError? Find(PreparedDocument document, GraphQLRequest request, out PreparedOperation? operation)
    {
        operation = document.FindOperation(request.OperationName);
        if (operation is null)
        {
            return new GraphQLError(
                request.OperationName is null
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

    // Where section 5.2.1.1 is left out (ValidationOptions.OperationTypes) this is found out here: as in the reference implementation, `data` is there, and null.
    private static GraphQLResponse NoRootType(OperationDefinitionNode operation, bool hideSchema) => hideSchema
        ? Refuse([HiddenSchema.InvalidDocument])
        : GraphQLResponse.Executed(null, [new GraphQLError(
            $"Schema is not configured to execute {operation.Operation.ToString().ToLowerInvariant()} operation.",
            [operation.Location.ToSourceLocation()],
            code: ErrorCodes.OperationResolutionFailed)]);

    private GraphQLError? Weigh(PreparedOperation operation, VariableValues variables, out CostVerdict cost)
    {
        cost = operation.Cost.Judge(variables, options.Cost);
        return cost.Refusal;
    }

    // A query or a mutation, in one of the places that its caller has, with what it costs where that is asked for.
    private async ValueTask<GraphQLResponse> AnswerAsync(ReadyRequest ready, int maxResponseBytes, CancellationToken cancellationToken)
    {
        if (!executions.TryEnter(ready.Request.Caller, out var place))
            return Refuse([TooMany(ErrorCodes.ConcurrencyLimitExceeded, "operations under way", options.Concurrency!)]);
        using var held = place;
        var response = await RunAsync(ready, rootValue: null, maxResponseBytes, cancellationToken).ConfigureAwait(false);
        return CostVerdict.IsAskedFor(ready.Request.Extensions, options.Cost) ? response.With(ready.Cost.Report()) : response;
    }

    private async ValueTask<GraphQLResponse> RunAsync(ReadyRequest ready, object? rootValue, int maxResponseBytes, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.Timeout, options.Time, cancellationToken);
        var size = new ResponseSize(maxResponseBytes);
        try
        {
            return await new OperationRun(ready.Plan, ready.Request, ready.Variables, unexpected, deadline, size).ExecuteAsync(rootValue).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (size.IsExceeded)
        {
            return GraphQLResponse.RequestError(size.Error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && deadline.HasPassed)
        {
            return GraphQLResponse.RequestError(new GraphQLError(
                $"The operation took longer than {options.Timeout.TotalSeconds:0.###} seconds and was given up.", code: ErrorCodes.ExecutionTimeout));
        }
    }

    private static GraphQLError TooMany(string code, string what, CallerConcurrency rule) => LimitExceeded.Error(
        code, $"The caller has {rule.MaxExecutions} {what}, as many as it may have at a time. Try again when one has ended.", rule.MaxExecutions);

    private static GraphQLResponse Refuse(IReadOnlyList<GraphQLError> errors) => GraphQLResponse.RequestError(errors);
}
