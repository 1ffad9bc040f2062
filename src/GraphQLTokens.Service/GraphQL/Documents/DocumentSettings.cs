namespace GraphQLTokens.Service.GraphQL.Documents;

/// <summary>Section <c>Documents</c>: GraphQL documents that requests name instead of sending them. <c>docs/stored-documents.md</c> has the whole of it.</summary>
internal sealed class DocumentSettings
{
    public const string Section = "Documents";

    /// <summary>
    /// Automatic persisted queries: a client leaves a document behind under its hash. On: clients that are set up for it expect it, all others never notice, and what a
    /// caller can waste by it is its own share of a small store.
    /// </summary>
    public bool AutomaticPersistedQueries { get; set; } = true;

    /// <summary>How many such documents are kept on a node, 1 to 1,000,000.</summary>
    public int MaxAutomatic { get; set; } = 1_000;

    /// <summary>How much text they have together, in UTF-16 code units, 16,000 to 1,000,000,000. A document longer than a sixteenth of it is not kept.</summary>
    public int MaxAutomaticCharacters { get; set; } = 2_000_000;

    /// <summary>A folder of <c>.graphql</c> files, or a manifest as graphql-codegen, Relay's compiler or Apollo's generator write it: the trusted documents.</summary>
    public string? Trusted { get; set; }

    /// <summary>Executes nothing but trusted documents. The playground cannot run then: it sends texts.</summary>
    public bool TrustedOnly { get; set; }
}
