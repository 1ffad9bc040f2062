using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Engine;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Access.Directives;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Access.Directives;

/// <summary>A schema of one's own around one directive: every field answers its own name, every object is the same one.</summary>
internal sealed class DirectiveTestSchema
{
    private const string Declarations = """
        directive @requiresKey on OBJECT | FIELD_DEFINITION
        directive @requiresCIDR on OBJECT | FIELD_DEFINITION
        directive @requiresPermission(allOf: [String!], anyOf: [String!], exceptSelf: String, exceptOwn: Boolean = false) on OBJECT | FIELD_DEFINITION
        directive @requiresRole(anyOf: [String!]!) on FIELD_DEFINITION

        """;

    private readonly RequestExecutor executor;

    /// <param name="refused">For schemas with mutations.</param>
    /// <param name="things">What a field of an object type answers.</param>
    public DirectiveTestSchema(string sdl, RefusedMutations? refused = null, object? things = null)
    {
        var bindings = new SchemaBindings()
            .AddDirective(new RequiresKeyDirective())
            .AddDirective(new RequiresCidrDirective())
            .AddDirective(new RequiresPermissionDirective(refused!))
            .AddDirective(new RequiresRoleDirective(refused!))
            .UseFallback(
                (_, field) => field.Type.Named.IsCompositeType ? _ => new ValueTask<object?>(things) : _ => new ValueTask<object?>(field.Name),
                _ => "Thing");
        executor = new RequestExecutor(SchemaLoader.Load(Declarations + sdl), bindings);
    }

    /// <summary>The whole answer as JSON text.</summary>
    public async Task<string> AskAsync(string document, Caller? caller)
    {
        var response = await executor.ExecuteAsync(new GraphQLRequest { Document = document, Caller = caller });
        var buffer = new ArrayBufferWriter<byte>();
        response.WriteTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Null where nothing was refused; else code, words and path of the one error: <c>ACCESS_DENIED access denied at a</c>.</summary>
    public async Task<string?> RefusalAsync(string document, Caller? caller)
    {
        var answer = JsonSerializer.Deserialize<JsonElement>(await AskAsync(document, caller));
        if (!answer.TryGetProperty("errors", out var errors))
            return null;
        var error = Assert.Single(errors.EnumerateArray());
        return $"{error.GetProperty("extensions").GetProperty("code")} {error.GetProperty("message")} at {string.Join('.', error.GetProperty("path").EnumerateArray())}";
    }

    /// <summary>A caller with these permissions.</summary>
    public static Caller Caller(params string[] permissions) => new()
    {
        TokenId = new Guid("01979d6e-0000-7000-8000-000000000001"),
        TokenName = "caller",
        TenantId = new Guid("01979d6e-0000-7000-8000-0000000000ff"),
        OwnerUserId = null,
        Permissions = PermissionSet.Of(permissions),
        Addresses = CidrRules.Open,
        EndsAt = Instant.Never,
        RateLimit = null,
        RoleKey = null,
        ValueGeneration = 1,
        RightsVersion = 1,
        Origin = CallOrigin.Unknown,
    };
}
