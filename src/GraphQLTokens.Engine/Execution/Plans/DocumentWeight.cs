using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>
/// What a prepared document takes of memory, by estimate: the figures are those of 64-bit objects with a name of usual length, measured by a test. Plans weigh
/// more than text: a fragment is planned anew for each place that spreads it, and again for each answer to its conditions.
/// </summary>
internal sealed class DocumentWeight : SyntaxWalker
{
    private const int BytesPerNode = 100;
    private const int BytesPerField = 500;

    private int nodes;

    private DocumentWeight()
    {
    }

    /// <summary>The text as a key, and its tree.</summary>
    public static long Of(DocumentNode document)
    {
        var weight = new DocumentWeight();
        weight.Walk(document);
        return (document.Location.Source.Text.Length * sizeof(char)) + ((long)weight.nodes * BytesPerNode);
    }

    /// <summary>Planned fields.</summary>
    public static long OfPlanned(int fields) => (long)fields * BytesPerField;

    protected override WalkAction Enter(SyntaxNode node)
    {
        nodes++;
        return WalkAction.Continue;
    }
}
