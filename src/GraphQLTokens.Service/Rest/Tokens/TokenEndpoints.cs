using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.Rest.Tokens;

/// <summary>
/// <c>/api-tokens</c>: the operations that GraphQL calls, under the guards of the fields that it calls them by. An id is a token's, or <c>self</c>.
/// <code>
/// GET    /api-tokens               200 {"results":[...],"next":"..."}     Query.apiTokens
/// POST   /api-tokens               200 the token, with its value          Mutation.createAPIToken
/// GET    /api-tokens/{id}          200 the token                          Query.apiToken
/// POST   /api-tokens/{id}          200 the token                          Mutation.updateAPIToken
/// DELETE /api-tokens/{id}          204                                    Mutation.deleteAPIToken
/// POST   /api-tokens/{id}/rotate   200 the token, with its new value      Mutation.rotateAPIToken
/// POST   /api-tokens/{id}/cancel-rotation   200 the token   Mutation.cancelAPITokenRotation
/// </code>
/// </summary>
internal sealed class TokenEndpoints(
    ListTokens list, CreateToken create, GetToken get, UpdateToken update, RotateToken rotate, CancelRotation cancelRotation, DeleteToken delete, TokenJson tokens)
{
    private const string All = "/api-tokens";
    private const string One = "/api-tokens/{id}";
    private const string Rotation = "/api-tokens/{id}/rotate";
    private const string Cancellation = "/api-tokens/{id}/cancel-rotation";
    private const string Id = "id";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRest("GET", All, ListAsync).GuardedBy("Query.apiTokens");
        endpoints.MapRest("POST", All, CreateAsync).GuardedBy("Mutation.createAPIToken", isRepeatable: true);
        endpoints.MapRest("GET", One, GetAsync).GuardedBy("Query.apiToken", Id);
        endpoints.MapRest("POST", One, UpdateAsync).GuardedBy("Mutation.updateAPIToken", Id);
        endpoints.MapRest("DELETE", One, DeleteAsync).GuardedBy("Mutation.deleteAPIToken", Id);
        endpoints.MapRest("POST", Rotation, RotateAsync).GuardedBy("Mutation.rotateAPIToken", Id, isRepeatable: true);
        endpoints.MapRest("POST", Cancellation, CancelRotationAsync).GuardedBy("Mutation.cancelAPITokenRotation", Id);
        endpoints.RefuseOtherMethods(All, "GET, POST");
        endpoints.RefuseOtherMethods(One, "DELETE, GET, POST");
        endpoints.RefuseOtherMethods(Rotation, "POST");
        endpoints.RefuseOtherMethods(Cancellation, "POST");
    }

    private async Task<IResult> ListAsync(HttpContext context)
    {
        var faults = new List<InputFault>();
        var input = TokenListQuery.Read(context.Request.Query, faults);
        if (faults.Count > 0)
            return RestProblem.InvalidInput(faults);
        var outcome = await list.RunAsync(CallerReaderGuard.CallerOf(context), input, context.RequestAborted);
        return outcome.Status switch
        {
            ListTokensStatus.Done => tokens.Answer(outcome.Page!),
            ListTokensStatus.InvalidInput => RestProblem.InvalidInput(TokenListQuery.Named(outcome.Faults)),
            ListTokensStatus.AccessDenied => AccessDenied([PermissionNames.OrganizationAPITokenRead]),
        };
    }

    private Task<IResult> CreateAsync(HttpContext context) => JsonBody.RunAsync(context, TokenBody.ReadCreate, async input =>
    {
        var outcome = await create.RunAsync(CallerReaderGuard.CallerOf(context), input, context.RequestAborted);
        return outcome.Status switch
        {
            CreateTokenStatus.Done => tokens.Answer(outcome.Token!, outcome.Value.Reveal()),
            CreateTokenStatus.InvalidInput or CreateTokenStatus.AboveOwnRights => RestProblem.InvalidInput(outcome.Faults),
            CreateTokenStatus.AccessDenied => AccessDenied(outcome.MissingPermissions),
            CreateTokenStatus.CallerChanged => CallerChanged,
        };
    });

    private async Task<IResult> GetAsync(HttpContext context)
    {
        var outcome = await get.RunAsync(CallerReaderGuard.CallerOf(context), IdIn(context), context.RequestAborted);
        return outcome.Status switch
        {
            GetTokenStatus.Done => tokens.Answer(outcome.Token!),
            GetTokenStatus.NotFound => NotFound(context),
            GetTokenStatus.AccessDenied => AccessDenied([PermissionNames.OrganizationAPITokenRead]),
        };
    }

    private Task<IResult> UpdateAsync(HttpContext context) => JsonBody.RunAsync(context, members => TokenBody.ReadUpdate(members, IdIn(context)), async input =>
    {
        var outcome = await update.RunAsync(CallerReaderGuard.CallerOf(context), input, context.RequestAborted);
        return outcome.Status switch
        {
            UpdateTokenStatus.Done => tokens.Answer(outcome.Token!),
            UpdateTokenStatus.NotFound => NotFound(context),
            UpdateTokenStatus.InvalidInput or UpdateTokenStatus.AboveOwnRights => RestProblem.InvalidInput(outcome.Faults),
            UpdateTokenStatus.AccessDenied => AccessDenied(outcome.MissingPermissions),
            UpdateTokenStatus.LastRoot => RestProblem.Conflict(LastRootToken.Words),
            UpdateTokenStatus.CallerChanged => CallerChanged,
        };
    });

    private Task<IResult> RotateAsync(HttpContext context) => JsonBody.RunAsync(context, members => TokenBody.ReadRotate(members, IdIn(context)), async input =>
    {
        var outcome = await rotate.RunAsync(CallerReaderGuard.CallerOf(context), input, context.RequestAborted);
        return outcome.Status switch
        {
            RotateTokenStatus.Done => tokens.Answer(outcome.Token!, outcome.Value.Reveal()),
            RotateTokenStatus.NotFound => NotFound(context),
            RotateTokenStatus.AccessDenied => AccessDenied(outcome.MissingPermissions),
            RotateTokenStatus.AboveOwnRights => RestProblem.AboveOwnRights(outcome.Faults),
            RotateTokenStatus.InvalidInput => RestProblem.InvalidInput(outcome.Faults),
            RotateTokenStatus.NotByAccessToken => RestProblem.NotByAccessToken,
            RotateTokenStatus.Expired => RestProblem.InvalidInput([new InputFault(Id, "is that of an expired token, which cannot be rotated any more: make a new one")]),
            RotateTokenStatus.NotRepeatable => new RestProblem(StatusCodes.Status422UnprocessableEntity, ServiceCodes.IdempotencyNotSupported, RotateToken.NotRepeatableWords),
            RotateTokenStatus.CallerChanged => CallerChanged,
        };
    }, isOptional: true);

    private Task<IResult> CancelRotationAsync(HttpContext context) => JsonBody.RunAsync(context, members => TokenBody.ReadCancel(members, IdIn(context)), async input =>
    {
        var outcome = await cancelRotation.RunAsync(CallerReaderGuard.CallerOf(context), input, context.RequestAborted);
        return outcome.Status switch
        {
            CancelRotationStatus.Done => tokens.Answer(outcome.Token!),
            CancelRotationStatus.NotFound => NotFound(context),
            CancelRotationStatus.AccessDenied => AccessDenied(outcome.MissingPermissions),
            CancelRotationStatus.AboveOwnRights => RestProblem.AboveOwnRights(outcome.Faults),
            CancelRotationStatus.NotByAccessToken => RestProblem.NotByAccessToken,
            CancelRotationStatus.NoOverlap => RestProblem.Conflict(CancelRotation.NoOverlapWords),
            CancelRotationStatus.NewValueUsed => RestProblem.Conflict(CancelRotation.NewValueUsedWords),
            CancelRotationStatus.CallerChanged => CallerChanged,
        };
    }, isOptional: true);

    private async Task<IResult> DeleteAsync(HttpContext context)
    {
        var outcome = await delete.RunAsync(CallerReaderGuard.CallerOf(context), new DeleteTokenInput(IdIn(context)), context.RequestAborted);
        return outcome.Status switch
        {
            DeleteTokenStatus.Done => TypedResults.NoContent(),
            DeleteTokenStatus.NotFound => NotFound(context),
            DeleteTokenStatus.AccessDenied => AccessDenied(outcome.MissingPermissions),
            DeleteTokenStatus.LastRoot => RestProblem.Conflict(LastRootToken.Words),
            DeleteTokenStatus.CallerChanged => CallerChanged,
        };
    }

    private static DenialResult CallerChanged => new(Denial.CallerChanged);

    private static string IdIn(HttpContext context) => (string)context.Request.RouteValues[Id]!;

    private static DenialResult AccessDenied(IReadOnlyList<string> missing) => new(Denial.MissingPermission(missing));

    private static RestProblem NotFound(HttpContext context) => RestProblem.NotFound($"API token {TokenReference.Shown(IdIn(context))} does not exist");
}
