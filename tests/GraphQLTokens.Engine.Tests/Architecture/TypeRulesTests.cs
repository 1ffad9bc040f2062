namespace GraphQLTokens.Engine.Tests.Architecture;

public sealed class TypeRulesTests
{
    [Fact]
    public void Finds_open_types_and_empty_names()
    {
        var breaches = TypeRules.Breaches([typeof(Goal), typeof(InBaseType), typeof(InField), typeof(TokenManager)]);
        Assert.Equal([$"{typeof(TokenManager)} has a name that says nothing"], breaches);
        Assert.Equal([$"{typeof(Goal)} is not sealed"], TypeRules.Breaches([typeof(Goal)]));
    }

    private sealed class TokenManager;
}
