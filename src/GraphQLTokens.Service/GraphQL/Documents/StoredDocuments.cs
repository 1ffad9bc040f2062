using GraphQLTokens.Engine.Execution.Documents;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Hosting;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL.Documents;

/// <summary>Hands <see cref="DocumentSettings"/> to the engine, and says at start what they come to.</summary>
internal sealed partial class StoredDocuments(IOptions<DocumentSettings> settings, IOptions<PlaygroundSettings> playground, ILogger<StoredDocuments> logger)
{
    private readonly DocumentSettings settings = settings.Value;

    /// <exception cref="InvalidOperationException">The trusted documents cannot be read; the message names the setting.</exception>
    public StoredDocumentOptions Read()
    {
        var trusted = ReadTrusted();
        if (settings.TrustedOnly && playground.Value.Enabled)
            LogPlaygroundIsIdle();
        return new StoredDocumentOptions
        {
            Automatic = settings.AutomaticPersistedQueries
                ? new AutomaticDocumentOptions
                {
                    MaxDocuments = settings.MaxAutomatic,
                    MaxCharacters = settings.MaxAutomaticCharacters,
                    // Each token has a share of the store; whoever has none leaves nothing behind.
                    KeyOf = static caller => caller is Caller { TokenId: var token } ? token : null as object,
                }
                : null,
            Trusted = trusted,
            TrustedOnly = settings.TrustedOnly,
        };
    }

    private IReadOnlyList<TrustedDocument> ReadTrusted()
    {
        if (string.IsNullOrEmpty(settings.Trusted))
            return [];
        try
        {
            var documents = TrustedDocumentFiles.Read(settings.Trusted);
            LogTrusted(documents.Count, settings.Trusted, settings.TrustedOnly);
            return documents;
        }
        catch (TrustedDocumentException exception)
        {
            throw new InvalidOperationException($"{DocumentSettings.Section}:{nameof(DocumentSettings.Trusted)}: {exception.Message}", exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} trusted documents from {Path}. Only these are executed: {TrustedOnly}.")]
    private partial void LogTrusted(int count, string path, bool trustedOnly);

    [LoggerMessage(LogLevel.Warning, "Only trusted documents are executed, so the playground can neither read the schema nor run anything. Turn off Playground:Enabled or Documents:TrustedOnly.")]
    private partial void LogPlaygroundIsIdle();
}
