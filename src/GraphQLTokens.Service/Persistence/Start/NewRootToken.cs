using System.Data.Common;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Start;

/// <summary>
/// Makes another root token in a store that is there, for those who may write its file, whether the service runs or not. A running one knows the token at once:
/// it holds nothing in memory of tokens that were not there, and SQLite lets one process write at a time. As at the first start, the value is in its file before
/// its row is committed.
/// </summary>
internal sealed class NewRootToken(
    IDbContextFactory<TokensDbContext> contexts, StoreWriter writer, IWriteDatabase database, TokenHasher hasher, PepperCheck peppers, IOptions<StoreSettings> store,
    IOptions<BootstrapSettings> bootstrap, IOptions<TokenSettings> tokens, TimeProvider time)
{
    /// <summary>Each lasts for <c>Store:BusyTimeout</c>. A service that writes without a pause has the lock again before another process looks, most of the time.</summary>
    private const int MaxTurns = 12;

    /// <returns>The file with its value.</returns>
    /// <exception cref="InvalidOperationException">There is no store of this version, or the file is there already.</exception>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(bootstrap.Value.TokenFile);
        await CheckStoreAsync(Path.GetFullPath(store.Value.Path), cancellationToken);
        if (File.Exists(file))
            throw new InvalidOperationException($"{file} is there already, and may hold a value that is needed: move it away, or name another file by Bootstrap:TokenFile.");
        await TakeTurnAsync(() => peppers.RunAsync(cancellationToken));
        var value = TokenValue.Create(tokens.Value.Prefix, EntityId.New(time));
        RootTokenFile.Write(file, value);
        try
        {
            await TakeTurnAsync(() => writer.WriteAsync((scope, stop) => AddAsync(scope, value, stop), cancellationToken));
        }
        catch
        {
            File.Delete(file);
            throw;
        }
        return file;
    }

    private async Task TakeTurnAsync(Func<Task> write)
    {
        for (var turn = 1; ; turn++)
        {
            try
            {
                await write();
                return;
            }
            catch (DbException fault) when (turn < MaxTurns && database.IsBusy(fault))
            {
                // Nothing was begun.
            }
        }
    }

    private async Task CheckStoreAsync(string path, CancellationToken cancellationToken)
    {
        // Or SQLite would make one.
        if (!File.Exists(path))
            throw new InvalidOperationException($"There is no store at {path}: name it by Store:Path. In a new one the first start of the service makes a root token.");
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            throw new InvalidOperationException($"The store {path} was last used by an older version of the service: start this one with it first.");
    }

    private async Task<bool> AddAsync(WriteScope scope, TokenValue value, CancellationToken cancellationToken)
    {
        var root = await scope.Db.Tenants.SingleAsync(tenant => tenant.ParentId == null, cancellationToken);
        var admin = await scope.Db.Roles.SingleAsync(role => role.Key == BuiltInRole.AdminKey, cancellationToken);
        await scope.AddRootTokenAsync(root.Id, admin.Id, value, hasher, "at the command line", time, cancellationToken);
        var setting = await scope.Db.Settings.SingleAsync(row => row.Name == Setting.RootTokenId, cancellationToken);
        setting.Value = EntityId.Format(value.TokenId);
        return true;
    }
}
