namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>What each parameter is called on the wire.</summary>
internal static class RequestMemberNames
{
    /// <exception cref="ArgumentOutOfRangeException">Not exactly one parameter.</exception>
    public static string WireName(this RequestMembers member) => member switch
    {
        RequestMembers.Query => "query",
        RequestMembers.OperationName => "operationName",
        RequestMembers.Variables => "variables",
        RequestMembers.Extensions => "extensions",
        RequestMembers.DocumentId => "documentId",
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };
}
