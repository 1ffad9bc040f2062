namespace GraphQLTokens.Bench.Comparison;

/// <summary>What the measured requests ask.</summary>
internal static class Documents
{
    public const string SampleViewer = "{ viewer { id name address active } }";

    public const string SampleTokens = "{ tokens { id name valueStart status createdAt lastUsedFrom uses expires } }";

    /// <summary>Answered from what the door knows.</summary>
    public const string Viewer = "{ __typename viewer { __typename address permissions } }";

    /// <summary>The same, with the caller's own token read from the store.</summary>
    public const string ViewerToken = "{ viewer { token { id name status createdAt } } }";

    public const string TokenPage = "{ apiTokens(first: 50) { nodes { id name valueStart status permissions allowedCIDRBlocks createdAt lastUsedAt } } }";

    public const string CreateToken = """mutation { createAPIToken(input: { name: "written by the bench", expiry: { after: "P30D" }, permissions: [OrganizationAPITokenRead], allowedCIDRBlocks: ["10.0.0.0/8"] }) { token { id value } } }""";
}
