using System.Net;
using System.Text.Json;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Service.Tests.Access;

public sealed class CallerReaderTests : IAsyncLifetime
{
    private TestService service = null!;

    [Fact]
    public async Task Admits_a_good_key_and_says_whence_it_came()
    {
        var (token, value) = await service.CreateAsync(new() { Name = "x", Permissions = ["AlertRead"] });
        var context = Request(value, TestService.Address);
        context.Request.Headers.UserAgent = "curl/8";
        context.Request.Headers["X-Forwarded-For"] = "1.2.3.4, 5.6.7.8";

        var admission = await ReadAsync(context);

        Assert.True(admission.IsAdmitted);
        Assert.Equal(token.Id, admission.Caller.TokenId);
        Assert.Equal(TestService.Address, admission.Caller.Origin.Address);
        Assert.Equal("curl/8", admission.Caller.Origin.UserAgent);
        Assert.Equal(["1.2.3.4, 5.6.7.8"], admission.Caller.Origin.ForwardedFor);
    }

    [Fact]
    public async Task The_address_that_hosting_worked_out_outranks_the_connections()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "x", AllowedCIDRBlocks = ["10.0.0.0/8"] });
        var behindProxy = Request(value, TestService.Address);
        behindProxy.Features.Set<IClientAddressFeature>(new Worked(IPAddress.Parse("10.1.2.3")));
        var unknown = Request(value, IPAddress.Parse("10.1.2.3"));
        unknown.Features.Set<IClientAddressFeature>(new Worked(null));

        Assert.True((await ReadAsync(behindProxy)).IsAdmitted);
        Assert.Equal("ADDRESS_REQUIRED", (await ReadAsync(unknown)).Denial!.Code);
        Assert.Equal("ADDRESS_REQUIRED", (await ReadAsync(Request(value, null))).Denial!.Code);
        Assert.Equal("ADDRESS_NOT_ALLOWED", (await ReadAsync(Request(value, TestService.Address))).Denial!.Code);
    }

    [Fact]
    public async Task A_stranger_cannot_tell_malformed_from_unknown_from_retired_and_a_holder_learns_what_became_of_it()
    {
        var (token, old) = await service.CreateAsync(new() { Name = "x" });
        var root = await service.RootAsync();
        var rotated = await service.Get<RotateToken>().RunAsync(root, new(token.Id.ToString()), default);
        string[] strange = ["malformed", TokenValue.Create("gqt", Guid.CreateVersion7()).Reveal(), TokenValue.Create("gqt", token.Id).Reveal(), old];

        var answers = new List<string>();
        foreach (var value in strange)
            answers.Add(await AnswerAsync((await ReadAsync(Request(value, TestService.Address))).Denial!));
        Assert.Single(answers.Distinct());

        await service.Get<DeleteToken>().RunAsync(root, new(token.Id.ToString()), default);
        var denial = (await ReadAsync(Request(rotated.Value.Reveal(), TestService.Address))).Denial!;
        Assert.Equal("TOKEN_REVOKED", denial.Code);
    }

    [Fact]
    public async Task Nothing_secret_is_logged_whatever_is_presented()
    {
        var (_, value) = await service.CreateAsync(new() { Name = "x", AllowedCIDRBlocks = ["10.0.0.0/8"] });
        var changed = value[..^1] + (value[^1] == '0' ? '1' : '0');
        foreach (var presented in new[] { value, changed, "my-password-by-mistake" })
            await ReadAsync(Request(presented, TestService.Address));
        await service.Get<RotateToken>().RunAsync(await service.RootAsync(), new(), default);

        Assert.Contains("Denied: address not allowed", service.Log.Text, StringComparison.Ordinal);
        Assert.Contains("Denied: malformed value", service.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("my-password", service.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(value[31..^6], service.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_401_challenges_and_a_403_does_not_and_both_are_problem_details_with_message_and_code()
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new DenialResult(Denial.NoCredential).ExecuteAsync(context);

        Assert.Equal(401, context.Response.StatusCode);
        Assert.Equal("Bearer realm=\"GraphQLTokens\"", context.Response.Headers.WWWAuthenticate[0]);
        Assert.Equal("application/problem+json", context.Response.ContentType);
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        var problem = JsonDocument.Parse(body.ToArray()).RootElement;
        Assert.Equal("UNAUTHENTICATED", problem.GetProperty("code").GetString());
        Assert.Equal(problem.GetProperty("detail").GetString(), problem.GetProperty("message").GetString());
        Assert.Equal(401, problem.GetProperty("status").GetInt32());

        var forbidden = new DefaultHttpContext();
        await new DenialResult(Denial.Of(VerificationCode.AddressNotAllowed)).ExecuteAsync(forbidden);
        Assert.Equal(403, forbidden.Response.StatusCode);
        Assert.False(forbidden.Response.Headers.ContainsKey("WWW-Authenticate"));
        Assert.Contains("invalid_token", await AnswerAsync(Denial.Of(VerificationCode.Unknown)), StringComparison.Ordinal);
    }

    [Fact]
    public void Permissions_are_checked_all_and_any()
    {
        var caller = new Caller
        {
            TokenId = default,
            TokenName = "x",
            TenantId = default,
            OwnerUserId = null,
            Permissions = PermissionSet.Of("A", "B"),
            Addresses = CidrRules.Open,
            EndsAt = Instant.Never,
            RateLimit = null,
            RoleKey = null,
            ValueGeneration = 1,
            RightsVersion = 1,
            Origin = CallOrigin.Unknown,
        };

        Assert.Null(PermissionCheck.Check(caller, [], []));
        Assert.Null(PermissionCheck.Check(caller, ["A", "B"], ["C", "A"]));
        Assert.Equal(["C"], PermissionCheck.Check(caller, ["A", "C"], [])!.MissingPermissions);
        Assert.Equal(["C", "D"], PermissionCheck.Check(caller, ["A"], ["C", "D"])!.MissingPermissions);
        Assert.Equal("access denied", PermissionCheck.Check(caller, ["C"], ["D"])!.PublicWords);
        Assert.Null(PermissionCheck.Check(caller with { Permissions = PermissionSet.Everything }, ["AddedNextYear"], ["Z"]));
    }

    public async Task InitializeAsync() => service = await TestService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    private static DefaultHttpContext Request(string value, IPAddress? address)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[CallerReader.ApiKeyHeader] = value;
        context.Connection.RemoteIpAddress = address;
        return context;
    }

    private ValueTask<Admission> ReadAsync(HttpContext context) => service.Get<CallerReader>().ReadAsync(context);

    private static async Task<string> AnswerAsync(Denial denial)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new DenialResult(denial).ExecuteAsync(context);
        return $"{context.Response.StatusCode} {context.Response.Headers.WWWAuthenticate} {System.Text.Encoding.UTF8.GetString(body.ToArray())}";
    }

    private sealed record Worked(IPAddress? Address) : IClientAddressFeature;
}
