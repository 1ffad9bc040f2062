using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>Why a request gets no document. The words of the first two are part of the protocol of automatic persisted queries: clients look for them.</summary>
internal static class DocumentErrors
{
    public static readonly GraphQLError PersistedQueryNotFound = new("PersistedQueryNotFound", code: ErrorCodes.PersistedQueryNotFound);

    public static readonly GraphQLError PersistedQueryNotSupported = new("PersistedQueryNotSupported", code: ErrorCodes.PersistedQueryNotSupported);

    public static readonly GraphQLError HashMismatch = new(
        "The hash that the request names is not the SHA-256 of its query, in lower-case hexadecimal digits.", code: ErrorCodes.PersistedQueryHashMismatch);

    public static readonly GraphQLError NotFound = new("There is no document of this documentId.", code: ErrorCodes.DocumentNotFound);

    public static readonly GraphQLError TextNotTrusted = new(
        "Only trusted documents are executed here: name one by documentId or by extensions.persistedQuery, and send no query.", code: ErrorCodes.DocumentNotTrusted);

    public static readonly GraphQLError NotTrusted = new("Only trusted documents are executed here, and there is none of this name.", code: ErrorCodes.DocumentNotTrusted);
}
