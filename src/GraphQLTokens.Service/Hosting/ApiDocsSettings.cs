namespace GraphQLTokens.Service.Hosting;

/// <summary>Section <c>ApiDocs</c>: the page that explains REST.</summary>
internal sealed class ApiDocsSettings
{
    public const string Section = "ApiDocs";

    /// <summary>False: there is no page at <c>/docs/</c>. The OpenAPI document itself is always there.</summary>
    public bool Enabled { get; set; } = true;
}
