using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Rest.ForwardAuth;

namespace GraphQLTokens.Service.Tests.Rest.ForwardAuth;

public sealed class ForwardAuthRulesTests
{
    private static readonly PermissionCatalog Catalog = new([new Permission("DeployWidgets", "Deploy Widgets")]);

    [Theory]
    [InlineData("/auth/forward", "")]
    [InlineData("/auth/forward?", "")]
    [InlineData("/auth/forward/", "")]
    [InlineData("/auth/forward/orders/7", "")]
    [InlineData("/auth/forward?permission=AlertRead", "AlertRead")]
    [InlineData("/AUTH/Forward?permission=AlertRead", "AlertRead")]
    [InlineData("/auth/forward?permission=DeployWidgets", "DeployWidgets")]
    [InlineData("/auth/forward?permission=RuleRead&permission=AlertRead&", "RuleRead AlertRead")]
    [InlineData("/auth/forward/orders/7?permission=AlertRead", "AlertRead")]
    [InlineData("/auth/forward/orders;v=1/7?permission=AlertRead", "AlertRead")]
    [InlineData("/auth/forward;", "")]
    [InlineData("/auth/forward;permission=AlertRead", "AlertRead")]
    [InlineData("/auth/forward;permission=AlertRead;permission=RuleRead/", "AlertRead RuleRead")]
    public void Reads_what_the_gateway_asks_for(string target, string permissions)
    {
        var rules = ForwardAuthRules.Read(target, Catalog);
        Assert.Null(rules.Fault);
        Assert.Equal(permissions, string.Join(' ', rules.Permissions));
        Assert.Equal((false, false), (rules.DeniesWith403, rules.AllowsWith200));
    }

    [Theory]
    [InlineData("/auth/forward;permission=AlertRead/?permission=RuleRead&deny=403&allow=200")]
    [InlineData("/auth/forward;permission=AlertRead/;permission=RuleRead;deny=403")]
    [InlineData("/auth/forward;permission=AlertRead?permission=RuleRead&deny=403")]
    [InlineData("/auth/forward;permission=AlertRead//auth/forward?permission=RuleRead")]
    [InlineData("/auth/forward;permission=AlertRead/../auth/forward?nonsense=1&permission=Nonsense")]
    [InlineData("/auth/forward;permission=AlertRead/?;deny=403")]
    [InlineData("/auth/forward;permission=AlertRead/%00?%")]
    public void What_stands_behind_the_gateway_s_own_part_is_not_looked_at(string target)
    {
        var rules = ForwardAuthRules.Read(target, Catalog);
        Assert.Null(rules.Fault);
        Assert.Equal(["AlertRead"], rules.Permissions);
        Assert.Equal((false, false), (rules.DeniesWith403, rules.AllowsWith200));
    }

    [Theory]
    [InlineData("/auth/forward?deny=403", true, false)]
    [InlineData("/auth/forward;deny=403/x", true, false)]
    [InlineData("/auth/forward?allow=200", false, true)]
    [InlineData("/auth/forward;allow=200;deny=403", true, true)]
    public void Reads_which_statuses_the_gateway_understands(string target, bool deniesWith403, bool allowsWith200)
    {
        var rules = ForwardAuthRules.Read(target, Catalog);
        Assert.Null(rules.Fault);
        Assert.Equal((deniesWith403, allowsWith200), (rules.DeniesWith403, rules.AllowsWith200));
    }

    [Theory]
    [InlineData("/auth/forward", null)]
    [InlineData("/auth/forward?audience=orders", "orders")]
    [InlineData("/auth/forward?permission=AlertRead&audience=https%3A%2F%2Forders.example%2f%3Fa%26b%3Bc&deny=403", "https://orders.example/?a&b;c")]
    [InlineData("/auth/forward?audience=https:%2F%2Forders.example", "https://orders.example")]
    [InlineData("/auth/forward?audience=a+b=c%25%32%46", "a+b=c%2F")]
    [InlineData("/auth/forward;audience=orders;allow=200/path?audience=other", "orders")]
    [InlineData("/auth/forward;permission=AlertRead/path;audience=other?audience=other", null)]
    public void Reads_for_whom_an_access_token_is_made(string target, string? audience)
    {
        var rules = ForwardAuthRules.Read(target, Catalog);
        Assert.Null(rules.Fault);
        Assert.Equal(audience, rules.Audience);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    [InlineData(100_000, false)]
    public void An_audience_has_a_greatest_length(int length, bool isTaken)
    {
        foreach (var letter in new[] { "a", "%61" })
            Assert.Equal(isTaken, ForwardAuthRules.Read("/auth/forward?audience=" + string.Concat(Enumerable.Repeat(letter, length)), Catalog).Fault is null);
    }

    [Theory]
    [InlineData("/auth/forward?audience=", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=orders&audience=orders", nameof(ForwardAuthFaultKind.Audience), 2)]
    [InlineData("/auth/forward?audience=orders&permission=AlertRead&audience=", nameof(ForwardAuthFaultKind.Audience), 3)]
    // A query string in front of an appended path: the client would choose.
    [InlineData("/auth/forward?audience=orders/client/path", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=orders?client=1", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=https://orders.example", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=orders%20x", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=orders%00", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=orders%0D%0AX-Auth-Role:Admin", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=b%C3%BCcher", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=bücher", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=100%", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=%2", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?audience=%zz", nameof(ForwardAuthFaultKind.Audience), 1)]
    [InlineData("/auth/forward?Audience=orders", nameof(ForwardAuthFaultKind.Parameter), 1)]
    [InlineData("/auth/forward?audience[]=orders", nameof(ForwardAuthFaultKind.Parameter), 1)]
    [InlineData("/auth/forward?permission=", nameof(ForwardAuthFaultKind.Permission), 1)]
    [InlineData("/auth/forward?permission", nameof(ForwardAuthFaultKind.Permission), 1)]
    [InlineData("/auth/forward?permission=alertread", nameof(ForwardAuthFaultKind.Permission), 1)]
    [InlineData("/auth/forward?permission=AlertRead,RuleRead", nameof(ForwardAuthFaultKind.Permission), 1)]
    [InlineData("/auth/forward?permission=AlertRead&permission=Nonsense", nameof(ForwardAuthFaultKind.Permission), 2)]
    [InlineData("/auth/forward?permission=AlertRead%20", nameof(ForwardAuthFaultKind.Permission), 1)]
    [InlineData("/auth/forward?permission=AlertRead#", nameof(ForwardAuthFaultKind.Permission), 1)]
    [InlineData("/auth/forward?permission=AlertRead?permission=RuleRead", nameof(ForwardAuthFaultKind.Permission), 1)]
    // A query string in front of an appended path: the first rule swallows the path, and is no permission.
    [InlineData("/auth/forward?permission=AlertRead/orders", nameof(ForwardAuthFaultKind.Permission), 1)]
    [InlineData("/auth/forward?permission=AlertRead/orders&permission=AlertRead", nameof(ForwardAuthFaultKind.Permission), 1)]
    [InlineData("/auth/forward;permission=AlertRead&permission=RuleRead/", nameof(ForwardAuthFaultKind.Permission), 1)]
    [InlineData("/auth/forward?permisson=AlertRead", nameof(ForwardAuthFaultKind.Parameter), 1)]
    [InlineData("/auth/forward?Permission=AlertRead", nameof(ForwardAuthFaultKind.Parameter), 1)]
    [InlineData("/auth/forward?permissions=AlertRead", nameof(ForwardAuthFaultKind.Parameter), 1)]
    [InlineData("/auth/forward?any=AlertRead", nameof(ForwardAuthFaultKind.Parameter), 1)]
    [InlineData("/auth/forward/orders?page=2", nameof(ForwardAuthFaultKind.Parameter), 1)]
    [InlineData("/auth/forward?deny=401", nameof(ForwardAuthFaultKind.Parameter), 1)]
    [InlineData("/auth/forward?permission=AlertRead&deny", nameof(ForwardAuthFaultKind.Parameter), 2)]
    [InlineData("/auth/forward?allow=204", nameof(ForwardAuthFaultKind.Parameter), 1)]
    [InlineData("/auth/forward;permission=AlertRead;;x/", nameof(ForwardAuthFaultKind.Parameter), 2)]
    [InlineData("/auth/forwarded", nameof(ForwardAuthFaultKind.Target), 0)]
    [InlineData("/auth/forward*", nameof(ForwardAuthFaultKind.Target), 0)]
    [InlineData("/auth/forward-permission=AlertRead/orders?permission=AlertRead", nameof(ForwardAuthFaultKind.Target), 0)]
    [InlineData("/auth/%66orward?permission=AlertRead", nameof(ForwardAuthFaultKind.Target), 0)]
    [InlineData("http://tokens/auth/forward?permission=AlertRead", nameof(ForwardAuthFaultKind.Target), 0)]
    [InlineData("", nameof(ForwardAuthFaultKind.Target), 0)]
    public void Whatever_is_not_understood_is_a_fault(string target, string kind, int position)
    {
        var fault = ForwardAuthRules.Read(target, Catalog).Fault;
        Assert.Equal((kind, position), (fault?.Kind.ToString(), fault?.Position));
    }

    [Fact]
    public void A_fault_is_told_in_the_way_that_the_gateway_understands_wherever_that_stands() =>
        Assert.True(ForwardAuthRules.Read("/auth/forward?permission=Nonsense&deny=403", Catalog).DeniesWith403);
}
