namespace GraphQLTokens.Engine.Errors;

/// <summary>Every value of <c>extensions.code</c> that the engine itself writes. <c>docs/errors.md</c> describes each; a test keeps the two equal.</summary>
public static class ErrorCodes
{
    /// <summary>The document is no GraphQL (section 2).</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document breaks a rule of section 5.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>Variables or arguments do not coerce to their types (sections 6.1.2, 6.4.1).</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>No operation of that name, or none named where there are several (section 6.1).</summary>
    public const string OperationResolutionFailed = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>The request itself is malformed: not JSON, no `query`, a member of the wrong type (GraphQL over HTTP, "GraphQL-over-HTTP Request").</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>A mutation came by GET, or the HTTP method is none that GraphQL is served by (GraphQL over HTTP, "GET" and "Status Codes": 405).</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>Something that nobody expected; the message is masked and the log has it whole under the trace id.</summary>
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";

    /// <summary>The request took longer than it may.</summary>
    public const string ExecutionTimeout = "EXECUTION_TIMEOUT";

    /// <summary>Automatic persisted queries: no document of that hash is known; the client sends it with its text.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Automatic persisted queries are turned off; the client sends texts from now on.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>A text came with a hash that is not its own.</summary>
    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>There is no document of that `documentId` (GraphQL over HTTP, appendix "Persisted Documents").</summary>
    public const string DocumentNotFound = "DOCUMENT_NOT_FOUND";

    /// <summary>Only trusted documents are executed, and the request means none of them.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>The batch holds more requests than it may.</summary>
    public const string BatchLimitExceeded = "BATCH_LIMIT_EXCEEDED";

    /// <summary>The document has more tokens than it may.</summary>
    public const string TokenLimitExceeded = "TOKEN_LIMIT_EXCEEDED";

    /// <summary>The document's text is longer than it may be.</summary>
    public const string DocumentLengthLimitExceeded = "DOCUMENT_LENGTH_LIMIT_EXCEEDED";

    /// <summary>More directives stand on one node than may.</summary>
    public const string DirectiveLimitExceeded = "DIRECTIVE_LIMIT_EXCEEDED";

    /// <summary>One selection set collects more fields, before equal ones are merged, than it may.</summary>
    public const string SelectionLimitExceeded = "SELECTION_LIMIT_EXCEEDED";

    /// <summary>The operation uses more aliases than it may.</summary>
    public const string AliasLimitExceeded = "ALIAS_LIMIT_EXCEEDED";

    /// <summary>The operation asks its root type for more fields than it may.</summary>
    public const string RootFieldLimitExceeded = "ROOT_FIELD_LIMIT_EXCEEDED";

    /// <summary>The operation spreads fragments more often than it may.</summary>
    public const string FragmentSpreadLimitExceeded = "FRAGMENT_SPREAD_LIMIT_EXCEEDED";

    /// <summary>Introspection goes through the lists of types more often than it may.</summary>
    public const string IntrospectionDepthLimitExceeded = "INTROSPECTION_DEPTH_LIMIT_EXCEEDED";

    /// <summary>The operation costs more than it may (GraphQL Cost Directives specification).</summary>
    public const string CostLimitExceeded = "COST_LIMIT_EXCEEDED";

    /// <summary>A field is asked for a longer list than it may be.</summary>
    public const string PageSizeLimitExceeded = "PAGE_SIZE_LIMIT_EXCEEDED";

    /// <summary>`variables` are longer than they may be.</summary>
    public const string VariablesSizeLimitExceeded = "VARIABLES_SIZE_LIMIT_EXCEEDED";

    /// <summary>The caller has more operations under way than it may.</summary>
    public const string ConcurrencyLimitExceeded = "CONCURRENCY_LIMIT_EXCEEDED";

    /// <summary>The caller has more streams open than it may.</summary>
    public const string StreamLimitExceeded = "STREAM_LIMIT_EXCEEDED";

    /// <summary>The response would be longer than it may be.</summary>
    public const string ResponseLimitExceeded = "RESPONSE_LIMIT_EXCEEDED";

    /// <summary>The document nests deeper than it may.</summary>
    public const string DepthLimitExceeded = "DEPTH_LIMIT_EXCEEDED";

    /// <summary>The request body is longer than it may be.</summary>
    public const string BodyLimitExceeded = "BODY_LIMIT_EXCEEDED";

    /// <summary>The query string of a GET is longer than it may be (GraphQL over HTTP, "Status Codes": 414).</summary>
    public const string QueryStringLimitExceeded = "QUERY_STRING_LIMIT_EXCEEDED";

    /// <summary>`variables` or `extensions` nest deeper than they may.</summary>
    public const string VariablesDepthLimitExceeded = "VARIABLES_DEPTH_LIMIT_EXCEEDED";

    /// <summary>The body is not JSON in UTF-8 by its headers, or is compressed (GraphQL over HTTP, "Status Codes": 415).</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The `Accept` header admits no media type that GraphQL is answered in (GraphQL over HTTP, "Body": 406).</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>The body did not arrive in the time that the server waits for one (GraphQL over HTTP, "Status Codes": 408).</summary>
    public const string RequestTimeout = "REQUEST_TIMEOUT";

    /// <summary>A GET carries none of the headers that would have made a browser ask first (GraphQL over HTTP, "Exercise caution").</summary>
    public const string PreflightRequired = "PREFLIGHT_REQUIRED";

    /// <summary>A subscriber read so slowly that too many events were waiting for it.</summary>
    public const string SubscriptionOverflow = "SUBSCRIPTION_OVERFLOW";

    /// <summary>One connection has as many operations under way as it may.</summary>
    public const string OperationLimitExceeded = "OPERATION_LIMIT_EXCEEDED";

    /// <summary>A page of a site that may not connect tried to (RFC 6455, section 10.2: 403).</summary>
    public const string OriginNotAllowed = "ORIGIN_NOT_ALLOWED";
}
