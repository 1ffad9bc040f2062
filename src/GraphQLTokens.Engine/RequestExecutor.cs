using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Execution.Concurrency;
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
/// Executes requests against a schema (section 6.1). This file is the engine's table of contents: parse, validate, coerce, weigh, plan, execute.
/// Thread-safe; one for the life of a service.
/// </summary>
public sealed class RequestExecutor
{
    private readonly ExecutableSchema schema;
    private readonly ExecutionOptions options;
    private readonly UnexpectedErrors unexpected;
    private readonly DocumentPreparation documents;
    private readonly RunningExecutions executions;
    private readonly RunningExecutions streams;

    /// <param name="schema">A valid schema.</param>
    /// <param name="bindings">The code behind it.</param>
    /// <exception cref="SchemaBindingException">The code does not fit the schema.</exception>
    public RequestExecutor(Schema schema, SchemaBindings bindings, ExecutionOptions? options = null, ILogger<RequestExecutor>? logger = null)
    {
        this.schema = SchemaBinder.Bind(schema, bindings);
        this.options = options ?? new ExecutionOptions();
        unexpected = new UnexpectedErrors(logger ?? NullLogger<RequestExecutor>.Instance);
        documents = new DocumentPreparation(this.schema, this.options);
        executions = new RunningExecutions(this.options.Concurrency);
        streams = new RunningExecutions(this.options.Streams);
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
        return AnswerAsync(plan, request, variables, cancellationToken);
    }

    /// <summary>Starts an operation of any kind: as <see cref="ExecuteAsync"/>, and for a subscription with its stream, open.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the source was open.</exception>
    public async ValueTask<GraphQLResult> StartAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        if (!TryReady(request, out var plan, out var variables, out var refusal))
            return GraphQLResult.Of(refusal);
        if (plan.Operation.Operation != OperationKind.Subscription)
            return GraphQLResult.Of(await AnswerAsync(plan, request, variables, cancellationToken).ConfigureAwait(false));

        if (!streams.TryEnter(request.Caller, out var entered))
            return GraphQLResult.Of(Refuse([TooMany(ErrorCodes.StreamLimitExceeded, "streams open", options.Streams!)]));
        var place = new StreamPlace(entered, cancellationToken);
        try
        {
            return await OpenAsync(plan, request, variables, place, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    // CreateSourceEventStream, then MapSourceToResponseEvent (section 6.2.3).
    private async ValueTask<GraphQLResult> OpenAsync(
        OperationPlan plan, GraphQLRequest request, VariableValues variables, StreamPlace place, CancellationToken cancellationToken)
    {
        using var unbounded = new Deadline(Timeout.InfiniteTimeSpan, options.Time, cancellationToken);
        var (source, error) = await new OperationRun(plan, request, variables, unexpected, unbounded, new ResponseSize(options.MaxResponseBytes)).OpenSourceAsync().ConfigureAwait(false);
        if (source is null)
        {
            place.Dispose();
            return GraphQLResult.Of(GraphQLResponse.RequestError(error!));
        }

        var responses = new ResponseStream(source, (@event, stop) => RunAsync(plan, request, variables, @event, stop), request.RightEnds, unexpected);
        return GraphQLResult.Of(responses.ReadAsync(place, cancellationToken));
    }

    // Parse, validate, find the operation, coerce the variables, weigh it all, plan.
    private bool TryReady(
        GraphQLRequest request, [NotNullWhen(true)] out OperationPlan? plan, out VariableValues variables, [NotNullWhen(false)] out GraphQLResponse? refusal)
    {
        plan = null;
        variables = VariableValues.None;
        refusal = null;
        if (VariablesSize.Check(request.Variables, options.MaxVariablesBytes) is { } tooLarge)
            refusal = Refuse([tooLarge]);
        else if (documents.Prepare(request, out var document) is { Count: > 0 } faults)
            refusal = Refuse(faults);
        else if (Find(document!, request, out var operation) is { } unknown)
            refusal = Refuse([unknown]);
        else if (Schema.RootTypeOf(operation!.Node.Operation) is null)
            refusal = GraphQLResponse.Executed(null, [NoRootType(operation.Node)]);
        else if (!operation.Variables.TryCoerce(request.Variables, out variables, out var errors))
            refusal = Refuse(request.HideSchema ? HiddenSchema.Mask(errors!) : errors!);
        else if (operation.Cost.Judge(variables, options.Cost).Refusal is { } tooCostly)
            refusal = Refuse([tooCostly]);
        else if (request is { HideSchema: true, AdmitIntrospection: false } && operation.PlanFor(variables).Introspects)
            refusal = Refuse([HiddenSchema.InvalidDocument]);
        else
            plan = operation.PlanFor(variables);
        return refusal is null;
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

    // A query or a mutation, in one of the places that its caller has, with what it costs where that is asked for.
    private async ValueTask<GraphQLResponse> AnswerAsync(OperationPlan plan, GraphQLRequest request, VariableValues variables, CancellationToken cancellationToken)
    {
        if (!executions.TryEnter(request.Caller, out var place))
            return Refuse([TooMany(ErrorCodes.ConcurrencyLimitExceeded, "operations under way", options.Concurrency!)]);
        using var held = place;
        var response = await RunAsync(plan, request, variables, rootValue: null, cancellationToken).ConfigureAwait(false);
        return CostVerdict.IsAskedFor(request.Extensions, options.Cost)
            ? response.With(plan.Document.FindOperation(request.OperationName)!.Cost.Judge(variables, options.Cost).Report())
            : response;
    }

    private async ValueTask<GraphQLResponse> RunAsync(
        OperationPlan plan, GraphQLRequest request, VariableValues variables, object? rootValue, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.Timeout, options.Time, cancellationToken);
        var size = new ResponseSize(options.MaxResponseBytes);
        try
        {
            return await new OperationRun(plan, request, variables, unexpected, deadline, size).ExecuteAsync(rootValue).ConfigureAwait(false);
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
