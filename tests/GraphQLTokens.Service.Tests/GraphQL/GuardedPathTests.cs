using GraphQLTokens.Engine;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.GraphQL;

/// <summary>The policy of the schema, and that no way around it leads to what it guards.</summary>
public sealed class GuardedPathTests : IAsyncLifetime
{
    /// <summary>Where only the caller's own objects can be met, what it has just made or changed itself, or what it has shown a value of.</summary>
    private static readonly string[] OwnPlaces =
    [
        "Viewer.actor: APIToken", "Viewer.token: APIToken", "Viewer.tenant: Tenant",
        "CreateAPITokenOutput.token: APIToken", "UpdateAPITokenOutput.token: APIToken", "RotateAPITokenOutput.token: APIToken",
        "CancelAPITokenRotationOutput.token: APIToken",
        "VerifyAPITokenOutput.token: APIToken",
    ];

    /// <summary>Where somebody else stands of whom not even the existence is told: null instead of an error.</summary>
    private static readonly string[] SilentPlaces =
        ["APIToken.createdByActor: APIToken", "APIToken.updatedByActor: APIToken", "APIToken.rotatedBy: APIToken"];

    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    private Schema Schema => service.Services.GetRequiredService<RequestExecutor>().Schema;

    [Fact]
    public void The_schema_guards_these_places_and_no_others()
    {
        string[] guards =
        [
            .. Schema.Types.OfType<ObjectType>().SelectMany(type => Guards(type.Name, type.Directives)),
            .. Schema.Types.OfType<ObjectType>().SelectMany(type => type.Fields.SelectMany(field => Guards(field.ToString(), field.Directives))),
        ];
        Assert.Equal(
            [
                "Query @requiresKey",
                "Query @requiresCIDR",
                "Mutation @requiresKey",
                "Mutation @requiresCIDR",
                "Subscription @requiresKey",
                "Subscription @requiresCIDR",
                "APIToken @requiresPermission(anyOf: [OrganizationAPITokenRead], exceptOwn: true)",
                "Tenant @requiresPermission(anyOf: [TenantRead], exceptOwn: true)",
                "Query.apiTokens @requiresPermission(allOf: [OrganizationAPITokenRead])",
                "Query.apiToken @requiresPermission(allOf: [OrganizationAPITokenRead], exceptSelf: \"id\")",
                "Query.signingKeys @requiresPermission(allOf: [GeneralSettingsRead])",
                "Query.generalSettings @requiresPermission(allOf: [GeneralSettingsRead])",
                "Mutation.createAPIToken @requiresPermission(anyOf: [OrganizationAPITokenModify, OwnAPITokenModify])",
                "Mutation.updateAPIToken @requiresPermission(anyOf: [OrganizationAPITokenModify, OwnAPITokenModify])",
                "Mutation.rotateAPIToken @requiresPermission(anyOf: [OrganizationAPITokenModify, OwnAPITokenModify], exceptSelf: \"input.id\")",
                "Mutation.cancelAPITokenRotation @requiresPermission(anyOf: [OrganizationAPITokenModify, OwnAPITokenModify], exceptSelf: \"input.id\")",
                "Mutation.deleteAPIToken @requiresPermission(anyOf: [OrganizationAPITokenModify, OwnAPITokenModify])",
                "Mutation.rotateSigningKey @requiresPermission(allOf: [GeneralSettingsModify])",
                "Mutation.rotateSigningKey @requiresRole(anyOf: [\"Admin\"])",
                "Mutation.verifyAPIToken @requiresPermission(allOf: [OrganizationAPITokenVerify])",
                "Mutation.verifyAPITokens @requiresPermission(allOf: [OrganizationAPITokenVerify])",
                "Subscription.apiTokenChanged @requiresPermission(allOf: [OrganizationAPITokenRead])",
            ],
            guards);
    }

    [Theory]
    [InlineData(PathForm.Plain)]
    [InlineData(PathForm.Aliased)]
    [InlineData(PathForm.NamedFragments)]
    [InlineData(PathForm.InlineFragments)]
    public async Task No_path_leads_past_a_guard(PathForm form)
    {
        var world = await GuardedWorld.MakeAsync(service);
        var holder = await world.HolderAsync();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var paths = GuardedPath.Of(Schema).ToList();
        foreach (var path in paths)
        {
            var open = await AskAsync(world, holder, path, form);
            Assert.True(open.Errors.Count == 0, $"{path}: a caller with the right was refused: {open}");
            var leadsToGuarded = path.Target is null || open.Text.Contains(GuardedWorld.Mark, StringComparison.Ordinal);
            if (leadsToGuarded)
                reached.Add(path.Place);

            var closed = await AskAsync(world, await world.LackingAsync(path.Permissions), path, form);
            Assert.False(closed.Text.Contains(GuardedWorld.Mark, StringComparison.Ordinal), $"{path}: guarded data came out: {closed}");
            if (leadsToGuarded && (closed.Errors.Count > 0 || !SilentPlaces.Contains(path.Place)))
                AssertDenied(path, closed);
        }
        Assert.Equal(OwnPlaces.Order(), paths.Select(path => path.Place).Distinct().Except(reached).Order());
    }

    private async Task<ServiceAnswer> AskAsync(GuardedWorld world, ServiceCaller caller, GuardedPath path, PathForm form)
    {
        var arguments = new Dictionary<FieldDefinition, string>();
        for (var i = 0; i < path.Steps.Length; i++)
            arguments[path.Steps[i].Field] = await world.ArgumentsAsync(path.Steps[i].Field, i + 1 < path.Steps.Length ? path.Steps[i + 1].On : path.Target);
        return await caller.AskAsync(new PathDocument(Schema, path, form, (field, _) => arguments[field]).Write());
    }

    private static void AssertDenied(GuardedPath path, ServiceAnswer answer)
    {
        Assert.True(answer.Errors.Count > 0, $"{path}: nothing was refused: {answer}");
        foreach (var error in answer.Errors.Select(error => new ServiceError(error)))
        {
            Assert.Equal(("access denied", "ACCESS_DENIED"), (error.Message, error.Code));
            Assert.Equal(path.Guard.Name == "requiresRole" ? [] : path.Permissions, error.Has("missingPermissions") ? error.Strings("missingPermissions") : []);
            Assert.NotEqual("", error.Path);
        }
    }

    private static IEnumerable<string> Guards(string place, IEnumerable<AppliedDirective> directives) =>
        directives.Where(directive => directive.Name.StartsWith("requires", StringComparison.Ordinal)).Select(directive => $"{place} {GraphQLTokens.Engine.Language.SyntaxPrinter.Print(directive.Node)}");
}
