using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Service.GraphQL.Limits;

/// <summary>Section <c>GraphQL</c>: what one request may ask for. <c>docs/limits.md</c> says what each limit guards against.</summary>
internal sealed class GraphQLSettings
{
    public const string Section = "GraphQL";

    /// <summary>False: queries come by POST alone.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>Which statuses tell how a request went: those that every client takes, or those of the first edition of GraphQL over HTTP.</summary>
    public HttpStatuses Statuses { get; set; }

    /// <summary>UTF-16 code units of a document, 100 to 10,000,000.</summary>
    public int MaxDocumentCharacters { get; set; } = 100_000;

    /// <summary>Lexical tokens of a document, 50 to 1,000,000.</summary>
    public int MaxTokens { get; set; } = 15_000;

    /// <summary>Levels of braces and brackets as written, 10 to 1,000.</summary>
    public int MaxNesting { get; set; } = 200;

    /// <summary>Levels of selections with fragments followed, 5 to 200.</summary>
    public int MaxDepth { get; set; } = 100;

    /// <summary>Directives on one node, 1 to 100.</summary>
    public int MaxDirectives { get; set; } = 5;

    /// <summary>Fields of the root type, 1 to 10,000: what one request runs side by side, or one after another.</summary>
    public int MaxRootFields { get; set; } = 20;

    /// <summary>Fields of one selection set before equal ones are merged, 10 to 10,000.</summary>
    public int MaxSelections { get; set; } = 100;

    /// <summary>Aliases of an operation, 0 to 10,000.</summary>
    public int MaxAliases { get; set; } = 30;

    /// <summary>Fragment spreads of an operation, 0 to 10,000.</summary>
    public int MaxFragmentSpreads { get; set; } = 200;

    /// <summary>Lists of types within each other in introspection, 0 to 10. Tools need 1.</summary>
    public int MaxIntrospectionDepth { get; set; } = 2;

    /// <summary>Steps of validation that grow faster than the document, 1,000 to 100,000,000.</summary>
    public int MaxValidationSteps { get; set; } = 250_000;

    /// <summary>Errors of validation that one answer tells, 1 to 1,000.</summary>
    public int MaxValidationErrors { get; set; } = 100;

    /// <summary>Items of a page, 1 to 100: longer ones no list of the service answers.</summary>
    public int MaxPageSize { get; set; } = 100;

    /// <summary>What the fields of an operation may cost, 1 to 1,000,000.</summary>
    public int MaxFieldCost { get; set; } = 5_000;

    /// <summary>What the answered objects of an operation may cost, 1 to 1,000,000.</summary>
    public int MaxTypeCost { get; set; } = 5_000;

    /// <summary>Whether a request with <c>"extensions": { "cost": true }</c> is told what it costs.</summary>
    public bool ReportCost { get; set; } = true;

    /// <summary>
    /// Whether errors of validation name fields and types of similar names, to callers with a key. Any such caller may read the schema; auditors take the words
    /// for a leak all the same.
    /// </summary>
    public bool Suggestions { get; set; }

    /// <summary>Bytes of names, values and errors in a response, 1 KiB to 1 GiB.</summary>
    public int MaxResponseBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Bytes of memory, by estimate, for documents that are kept parsed and planned, 1 MiB to 4 GiB.</summary>
    public long DocumentCacheBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Bytes of `variables`, 256 to 100 MiB.</summary>
    public int MaxVariablesBytes { get; set; } = 256 * 1024;

    /// <summary>Levels of `variables` and `extensions`, 4 to 200.</summary>
    public int MaxVariablesDepth { get; set; } = 64;

    /// <summary>How long an operation may take, 10 milliseconds to 10 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Operations that one token may have under way on a node, 1 to 100,000. All callers without a key together count as one.</summary>
    public int MaxConcurrentPerCaller { get; set; } = 100;
}
