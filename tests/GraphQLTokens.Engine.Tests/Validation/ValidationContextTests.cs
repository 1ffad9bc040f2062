using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Validation;

public sealed class ValidationContextTests
{
    private static readonly DocumentNode Document = Parser.Parse("{ ...F } fragment F on Query { ...G } fragment G on Query { __typename }");

    [Fact]
    public void Says_once_that_it_gave_up_and_nothing_after()
    {
        var context = new ValidationContext(RuleCheck.Schema, Document, new ValidationOptions(MaxSteps: 3));

        Assert.True(context.TryStep(3));
        Assert.Empty(context.Errors);
        Assert.False(context.TryStep());
        Assert.False(context.TryStep());
        context.Report("too late", Document);
        Assert.StartsWith("The document takes too many steps to validate", Assert.Single(context.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(4, context.Steps);
    }

    [Fact]
    public void What_is_spread_is_followed_once()
    {
        var context = DocumentValidator.Validate(RuleCheck.Schema, Document, new RuleSet([]), ValidationOptions.Default);
        var reached = context.Reachable(context.Definitions[0]);

        Assert.Equal(3, reached.Count);
        Assert.Equal(2, context.Steps);
        Assert.Same(reached, context.Reachable(context.Definitions[0]));
        Assert.Equal(2, context.Steps);
    }
}
