using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Operations.Tokens;

public sealed class DeleteTokenTests
{
    [Fact]
    public async Task A_deleted_token_is_refused_at_once_and_gone_for_good()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();
        var (token, value) = await service.CreateAsync(new() { Name = "x" });
        await service.CallerAsync(value);

        Assert.Equal(DeleteTokenStatus.Done, (await service.Get<DeleteToken>().RunAsync(root, new(token.Id.ToString()), default)).Status);

        Assert.Equal(VerificationCode.Revoked, (await service.JudgeAsync(value)).Code);
        Assert.Equal(GetTokenStatus.NotFound, (await service.Get<GetToken>().RunAsync(root, token.Id.ToString(), default)).Status);
        Assert.Equal(UpdateTokenStatus.NotFound, (await service.Get<UpdateToken>().RunAsync(root, new() { Id = token.Id.ToString(), Active = true }, default)).Status);
        Assert.Equal(RotateTokenStatus.NotFound, (await service.Get<RotateToken>().RunAsync(root, new(token.Id.ToString()), default)).Status);
        Assert.Equal(DeleteTokenStatus.NotFound, (await service.Get<DeleteToken>().RunAsync(root, new(token.Id.ToString()), default)).Status);
    }

    [Fact]
    public async Task Needs_a_permission_that_reaches_the_token()
    {
        await using var service = await TestService.StartAsync();
        var id = (await service.CreateAsync(new() { Name = "x", Permissions = ["RuleRead"] })).Token.Id.ToString();
        var delete = service.Get<DeleteToken>();

        Assert.Equal(DeleteTokenStatus.NotFound, (await delete.RunAsync(await service.CallerWithAsync(), new(id), default)).Status);
        Assert.Equal(DeleteTokenStatus.AccessDenied, (await delete.RunAsync(await service.CallerWithAsync("OrganizationAPITokenRead"), new(id), default)).Status);
        Assert.Equal(DeleteTokenStatus.AccessDenied, (await delete.RunAsync(await service.CallerWithAsync(), new("self"), default)).Status);
        Assert.Equal(DeleteTokenStatus.NotFound, (await delete.RunAsync(await service.CallerWithAsync("OwnAPITokenModify"), new(id), default)).Status);
        Assert.Equal(DeleteTokenStatus.Done, (await delete.RunAsync(await service.CallerWithAsync("OrganizationAPITokenModify"), new(id), default)).Status);
    }

    [Fact]
    public async Task With_the_permission_for_ones_own_reaches_what_one_made()
    {
        await using var service = await TestService.StartAsync();
        var maker = await service.CallerWithAsync("OwnAPITokenModify");
        var (made, _) = await service.CreateAsync(new() { Name = "made" }, by: maker);

        Assert.Equal(DeleteTokenStatus.Done, (await service.Get<DeleteToken>().RunAsync(maker, new(made.Id.ToString()), default)).Status);
        Assert.Equal(DeleteTokenStatus.Done, (await service.Get<DeleteToken>().RunAsync(maker, new("self"), default)).Status);
    }
}
