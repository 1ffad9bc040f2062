using System.Net;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Access.Directives;

/// <summary><c>@requiresKey</c>, <c>@requiresCIDR</c> and <c>@requiresRole</c>, on fields and on the fields of a type.</summary>
public sealed class OtherDirectivesTests
{
    private static readonly DirectiveTestSchema Schema = new("""
        type Query {
          key: String @requiresKey
          cidr: String @requiresCIDR
          role: String @requiresRole(anyOf: ["Admin", "Analyst"])
          keyed: Keyed
          near: Near
        }
        type Keyed @requiresKey { x: String }
        type Near @requiresCIDR { x: String }
        """, things: new object());

    [Theory]
    [InlineData("{ key }")]
    [InlineData("{ cidr }")]
    [InlineData("{ role }")]
    [InlineData("{ keyed { x } }")]
    [InlineData("{ near { x } }")]
    public async Task Nobody_is_let_through(string document) =>
        Assert.StartsWith("UNAUTHENTICATED", await Schema.RefusalAsync(document, null), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ key }")]
    [InlineData("{ keyed { x } }")]
    public async Task A_key_is_all_that_requiresKey_asks(string document) => Assert.Null(await Schema.RefusalAsync(document, DirectiveTestSchema.Caller()));

    [Theory]
    [InlineData("10.1.2.3", null)]
    [InlineData("10.9.0.1", "ADDRESS_NOT_ALLOWED")]
    [InlineData("192.0.2.1", "ADDRESS_NOT_ALLOWED")]
    [InlineData(null, "ADDRESS_REQUIRED")]
    public async Task RequiresCIDR_judges_the_caller_s_address(string? address, string? code)
    {
        Assert.True(CidrBlock.TryParse("10.0.0.0/8", out var allowed, out _) & CidrBlock.TryParse("10.9.0.0/16", out var denied, out _));
        var caller = DirectiveTestSchema.Caller() with
        {
            Addresses = new CidrRules([allowed], [denied]),
            Origin = new CallOrigin(address is null ? null : IPAddress.Parse(address), null, []),
        };
        Assert.Equal(code, (await Schema.RefusalAsync("{ cidr }", caller))?.Split(' ')[0]);
        Assert.Equal(code, (await Schema.RefusalAsync("{ near { x } }", caller))?.Split(' ')[0]);
    }

    [Theory]
    [InlineData("Admin", null)]
    [InlineData("Analyst", null)]
    [InlineData("admin", "ACCESS_DENIED access denied at role")]
    [InlineData("AnalystReadOnly", "ACCESS_DENIED access denied at role")]
    [InlineData(null, "ACCESS_DENIED access denied at role")]
    public async Task RequiresRole_asks_for_one_of_its_roles(string? role, string? refusal) =>
        Assert.Equal(refusal, await Schema.RefusalAsync("{ role }", DirectiveTestSchema.Caller() with { RoleKey = role }));
}
