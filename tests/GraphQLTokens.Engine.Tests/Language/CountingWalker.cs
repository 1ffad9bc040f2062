using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Tests.Language;

/// <summary>Enters all and counts.</summary>
internal sealed class CountingWalker : SyntaxWalker
{
    public int Entered { get; private set; }

    public int Left { get; private set; }

    protected override WalkAction Enter(SyntaxNode node)
    {
        Entered++;
        return WalkAction.Continue;
    }

    protected override void Leave(SyntaxNode node) => Left++;
}
