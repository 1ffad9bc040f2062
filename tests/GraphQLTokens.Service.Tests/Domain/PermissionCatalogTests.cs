using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class PermissionCatalogTests
{
    private static readonly PermissionCatalog Catalog = new([new Permission("DeployWidgets", "Deploy Widgets")]);

    [Fact]
    public void Added_permissions_come_after_the_built_in_ones()
    {
        Assert.Equal("AlertRead", Catalog.Names[0]);
        Assert.Equal("DeployWidgets", Catalog.Names[^1]);
        Assert.True(Catalog.Contains("DeployWidgets"));
        Assert.Equal(45, Catalog.Names.Length);
    }

    [Fact]
    public void Spells_the_flag_out_and_leaves_out_what_this_deployment_no_longer_has()
    {
        Assert.Equal(Catalog.Names, Catalog.NamesIn(PermissionSet.Everything));
        Assert.Equal(["AlertRead", "RuleRead"], Catalog.NamesIn(PermissionSet.Of("RuleRead", "GoneLongAgo", "AlertRead")).AsEnumerable());
    }

    [Theory]
    [InlineData("")]
    [InlineData("has space")]
    [InlineData("1st")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("Ünicode")]
    [InlineData("AlertRead")]
    public void Refuses_added_names_that_cannot_be_an_enum_value_or_are_taken(string name) =>
        Assert.Throws<ArgumentException>(() => new PermissionCatalog([new Permission(name, "x")]));

    [Fact]
    public void Every_built_in_role_holds_only_what_is_in_the_catalog_and_may_make_its_own_tokens()
    {
        foreach (var role in BuiltInRole.All)
        {
            Assert.All(role.Permissions.Listed, name => Assert.True(Catalog.Contains(name), name));
            Assert.True(role.Permissions.Contains(PermissionNames.OwnAPITokenModify), role.Key);
        }
        Assert.Equal(["Admin", "Analyst", "AnalystReadOnly", "Reseller", "Company Admin"], BuiltInRole.All.Select(role => role.Key));
    }
}
