using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class PermissionSetTests
{
    [Fact]
    public void The_flag_holds_permissions_that_nobody_has_named_yet()
    {
        Assert.True(PermissionSet.Everything.Contains("AddedNextYear"));
        Assert.False(PermissionSet.Of("AlertRead").Contains("AddedNextYear"));
    }

    [Fact]
    public void A_set_reads_back_from_its_stored_text()
    {
        var set = PermissionSet.Of("RuleRead", "AlertRead", "RuleRead");

        Assert.Equal(" AlertRead RuleRead ", set.Text);
        Assert.Equal(set, new PermissionSet(false, set.Text));
        Assert.Equal(PermissionSet.None, new PermissionSet(false, ""));
    }

    [Fact]
    public void Only_the_flag_covers_the_flag()
    {
        Assert.False(PermissionSet.Everything.IsSubsetOf(PermissionSet.Of(PermissionCatalog.BuiltIn.Select(one => one.Name))));
        Assert.True(PermissionSet.Everything.IsSubsetOf(PermissionSet.Everything));
        Assert.True(PermissionSet.Of("A").IsSubsetOf(PermissionSet.Everything));
        Assert.True(PermissionSet.Of("A").IsSubsetOf(PermissionSet.Of("B", "A")));
        Assert.False(PermissionSet.Of("A", "C").IsSubsetOf(PermissionSet.Of("B", "A")));
        Assert.Equal(["C"], PermissionSet.Of("A", "C").Except(PermissionSet.Of("A")));
    }

    [Fact]
    public void Cuts_and_joins()
    {
        var (one, other) = (PermissionSet.Of("A", "B"), PermissionSet.Of("B", "C"));

        Assert.Equal(PermissionSet.Of("B"), one.Intersect(other));
        Assert.Equal(one, one.Intersect(PermissionSet.Everything));
        Assert.Equal(one, PermissionSet.Everything.Intersect(one));
        Assert.Equal(PermissionSet.Of("A", "B", "C"), one.Union(other));
        Assert.True(one.Union(PermissionSet.Everything).All);
    }
}
