using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.Tests.Operations.Verification;

public sealed class PermissionConditionTests
{
    private static readonly PermissionCatalog Catalog = new([]);

    /// <summary>AlertRead and (RuleRead or (PolicyRead and PolicyModify)).</summary>
    private static readonly PermissionCondition Nested = All(One("AlertRead"), Any(One("RuleRead"), All(One("PolicyRead"), One("PolicyModify"))));

    [Theory]
    [InlineData("AlertRead RuleRead", "")]
    [InlineData("AlertRead PolicyRead PolicyModify", "")]
    [InlineData("AlertRead PolicyRead", "RuleRead PolicyModify")]
    [InlineData("RuleRead", "AlertRead")]
    [InlineData("", "AlertRead RuleRead PolicyRead PolicyModify")]
    public void Names_what_would_help_and_nothing_of_what_holds(string held, string missing)
    {
        List<string>? found = null;
        Assert.Equal(missing == "", Nested.Holds(PermissionSet.Of(held.Split(' ', StringSplitOptions.RemoveEmptyEntries)), ref found));
        Assert.Equal(missing.Split(' ', StringSplitOptions.RemoveEmptyEntries), found ?? []);
    }

    [Fact]
    public void Names_each_permission_once()
    {
        List<string>? missing = null;
        Assert.False(All(One("AlertRead"), One("AlertRead"), Any(One("AlertRead"), One("RuleRead"))).Holds(PermissionSet.None, ref missing));
        Assert.Equal(["AlertRead", "RuleRead"], missing);
    }

    [Fact]
    public void Whoever_holds_everything_holds_every_condition()
    {
        List<string>? missing = null;
        Assert.True(Nested.Holds(PermissionSet.Everything, ref missing));
        Assert.Null(missing);
        Assert.Null(Nested.FaultAt("require", Catalog));
    }

    [Fact]
    public void Refuses_what_nobody_can_mean() => Assert.All(
        new (PermissionCondition Condition, string Fault)[]
        {
            (new(), "require must be exactly one of permission, allOf and anyOf"),
            (new() { Permission = "AlertRead", AllOf = [One("AlertRead")] }, "require must be exactly one of permission, allOf and anyOf"),
            (All(), "require.allOf is empty"),
            (All(One("AlertRead"), Any()), "require.allOf[1].anyOf is empty"),
            (Any(One("Alertread")), "require.anyOf[0].permission names no permission of this deployment"),
            (Deep(PermissionCondition.MaxDepth + 1), $"require{string.Concat(Enumerable.Repeat(".allOf[0]", 8))} nests deeper than 8 levels"),
            (All([.. Enumerable.Repeat(One("AlertRead"), 100)]), "require.allOf[99] is one condition more than the 100 that are allowed"),
        },
        one => Assert.Equal(one.Fault, one.Condition.FaultAt("require", Catalog)?.ToString()));

    [Fact]
    public void Takes_what_is_just_within_the_bounds()
    {
        Assert.Null(Deep(PermissionCondition.MaxDepth).FaultAt("require", Catalog));
        Assert.Null(All([.. Enumerable.Repeat(One("AlertRead"), 99)]).FaultAt("require", Catalog));
    }

    private static PermissionCondition One(string permission) => new() { Permission = permission };

    private static PermissionCondition All(params PermissionCondition[] conditions) => new() { AllOf = conditions };

    private static PermissionCondition Any(params PermissionCondition[] conditions) => new() { AnyOf = conditions };

    private static PermissionCondition Deep(int levels) => levels == 1 ? One("AlertRead") : All(Deep(levels - 1));
}
