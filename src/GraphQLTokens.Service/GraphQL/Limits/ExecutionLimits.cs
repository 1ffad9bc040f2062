using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Concurrency;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Validation;
using GraphQLTokens.Engine.Validation.Limits;
using GraphQLTokens.Engine.Validation.Limits.Cost;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL.Limits;

/// <summary>Hands the settings to the engine: what holds for every operation, whichever way it comes.</summary>
internal sealed class ExecutionLimits(IOptions<GraphQLSettings> graphQL, IOptions<StreamSettings> streams, TimeProvider time)
{
    private readonly GraphQLSettings graphQL = graphQL.Value;
    private readonly StreamSettings streams = streams.Value;

    public ExecutionOptions Options => new()
    {
        Parser = new ParserOptions(graphQL.MaxTokens, graphQL.MaxNesting)
        {
            MaxCharacters = graphQL.MaxDocumentCharacters,
            MaxDirectives = graphQL.MaxDirectives,
        },
        Validation = new ValidationOptions(graphQL.MaxValidationErrors, graphQL.MaxValidationSteps, graphQL.Suggestions),
        Document = new DocumentLimits
        {
            MaxSelections = graphQL.MaxSelections,
            MaxAliases = graphQL.MaxAliases,
            MaxRootFields = graphQL.MaxRootFields,
            MaxFragmentSpreads = graphQL.MaxFragmentSpreads,
            MaxIntrospectionDepth = graphQL.MaxIntrospectionDepth,
        },
        MaxDepth = graphQL.MaxDepth,
        Cost = new CostLimits
        {
            MaxTypeCost = graphQL.MaxTypeCost,
            MaxFieldCost = graphQL.MaxFieldCost,
            MaxPageSize = graphQL.MaxPageSize,
            ReportOnRequest = graphQL.ReportCost,
        },
        MaxResponseBytes = graphQL.MaxResponseBytes,
        DocumentCacheBytes = graphQL.DocumentCacheBytes,
        MaxVariablesBytes = graphQL.MaxVariablesBytes,
        Timeout = graphQL.Timeout,
        Time = time,
        Concurrency = new CallerConcurrency(CallerKey.Of, graphQL.MaxConcurrentPerCaller),
        Streams = new CallerConcurrency(CallerKey.Of, streams.MaxPerCaller),
    };
}
