using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Start;

/// <summary>
/// What an empty store gets at the first start: the root tenant, the built-in roles, and a root token that holds every permission.
/// The token's value is in its file, flushed, before its row is committed. Cut off in between, the next start finds an
/// empty store and the file, and makes the row of that value: no start leaves a root token whose value nobody has.
/// </summary>
internal sealed partial class Bootstrap(
    StoreWriter writer, TokenHasher hasher, IOptions<BootstrapSettings> settings, IOptions<TokenSettings> tokens, TimeProvider time, ILogger<Bootstrap> logger)
{
    private const string RootName = "Root";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var made = await writer.WriteAsync(FillAsync, cancellationToken);
        var file = Path.GetFullPath(settings.Value.TokenFile);
        if (made && IsSupplied)
            LogSupplied();
        else if (made)
            LogWritten(file);
        OwnFiles.WarnOfOthers(file, logger);
        if (await writer.WriteAsync(IsRootUnrotatedAsync, cancellationToken))
            LogUnrotated();
    }

    private bool IsSupplied => !string.IsNullOrEmpty(settings.Value.Token);

    private async Task<bool> FillAsync(WriteScope scope, CancellationToken cancellationToken)
    {
        var root = await scope.Db.Tenants.SingleOrDefaultAsync(tenant => tenant.ParentId == null, cancellationToken);
        var isEmpty = root is null;
        var now = time.Now();
        if (root is null)
        {
            root = new Tenant { Id = EntityId.New(time), Name = RootName, CreatedAt = now };
            scope.Db.Add(root);
            scope.Db.Add(new TenantAncestry(root.Id, root.Id, 0));
        }
        var admin = await UpdateRolesAsync(scope.Db, root.Id, now, cancellationToken);
        if (isEmpty)
        {
            var value = ObtainValue();
            await scope.AddRootTokenAsync(root.Id, admin.Id, value, hasher, "at the first start", time, cancellationToken);
            scope.Db.Add(new Setting { Name = Setting.RootTokenId, Value = EntityId.Format(value.TokenId) });
        }
        return isEmpty;
    }

    /// <summary>Built-in roles follow this version of the service: new ones come, changed ones change.</summary>
    private async Task<Role> UpdateRolesAsync(TokensDbContext db, Guid rootTenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await db.Roles.Where(role => role.Key != null).ToDictionaryAsync(role => role.Key!, cancellationToken);
        foreach (var builtIn in BuiltInRole.All)
        {
            if (!stored.TryGetValue(builtIn.Key, out var role))
            {
                role = new Role
                {
                    Id = EntityId.New(time),
                    TenantId = rootTenant,
                    Key = builtIn.Key,
                    Name = builtIn.Key,
                    Permissions = builtIn.Permissions,
                    CreatedAt = now,
                    UpdatedAt = now,
                };
                stored.Add(builtIn.Key, role);
                db.Add(role);
            }
            else if (role.Permissions != builtIn.Permissions)
            {
                role.Permissions = builtIn.Permissions;
                role.UpdatedAt = now;
            }
        }
        return stored[BuiltInRole.AdminKey];
    }

    private TokenValue ObtainValue()
    {
        if (IsSupplied && TokenValue.TryParse(settings.Value.Token, out var value))
            return value;
        var file = Path.GetFullPath(settings.Value.TokenFile);
        if (RootTokenFile.TryRead(file, out value))
            return value;
        value = TokenValue.Create(tokens.Value.Prefix, EntityId.New(time));
        RootTokenFile.Write(file, value);
        return value;
    }

    private static async Task<bool> IsRootUnrotatedAsync(WriteScope scope, CancellationToken cancellationToken)
    {
        var setting = await scope.Db.Settings.SingleOrDefaultAsync(row => row.Name == Setting.RootTokenId, cancellationToken);
        return EntityId.TryParse(setting?.Value, out var id)
            && await scope.Db.Tokens.AnyAsync(token => token.Id == id && token.DeletedAt == null && token.RotatedAt == null, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "The store was empty. The value of the root token is in {File}.")]
    private partial void LogWritten(string file);

    [LoggerMessage(LogLevel.Information, "The store was empty. The root token has the value of Bootstrap:Token.")]
    private partial void LogSupplied();

    [LoggerMessage(LogLevel.Warning, "The root token still has its first value. Rotate it (rotateAPIToken), keep the new value safe, and remove the file with the old one.")]
    private partial void LogUnrotated();
}
