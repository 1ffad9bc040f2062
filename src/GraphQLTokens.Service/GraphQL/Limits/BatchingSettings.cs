namespace GraphQLTokens.Service.GraphQL.Limits;

/// <summary>Section <c>Batching</c>: several requests in one POST.</summary>
internal sealed class BatchingSettings
{
    public const string Section = "Batching";

    /// <summary>How many requests a JSON array may hold, 0 to 100; 0 refuses arrays. Off: few clients batch, and one request is easier to bound, to log and to cache than ten.</summary>
    public int MaxRequests { get; set; }
}
