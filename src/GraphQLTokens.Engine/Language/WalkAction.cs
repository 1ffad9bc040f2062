namespace GraphQLTokens.Engine.Language;

/// <summary>How a walk goes on after a node was entered.</summary>
public enum WalkAction
{
    /// <summary>Visit its children, then leave it.</summary>
    Continue,

    /// <summary>Pass over its children and leave it at once, so that what <see cref="SyntaxWalker.Enter"/> set up is always taken down.</summary>
    SkipChildren,

    /// <summary>End the whole walk; nothing more is entered or left.</summary>
    Stop,
}
