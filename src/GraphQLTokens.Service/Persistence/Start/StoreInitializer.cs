using GraphQLTokens.Service.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence.Start;

/// <summary>Before anything else starts: the file, the migrations, the keys, the peppers, and the first contents.</summary>
internal sealed class StoreInitializer(
    SqliteStore store, IDbContextFactory<TokensDbContext> contexts, SecretsStart secrets, PepperCheck peppers, Bootstrap bootstrap) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await store.PrepareAsync(cancellationToken);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await RefuseLaterVersionsAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        await secrets.RunAsync(cancellationToken);
        await peppers.RunAsync(cancellationToken);
        await bootstrap.RunAsync(cancellationToken);
    }

    /// <summary>An older version would write rows that lack what a later one relies on. Going back means restoring the copy that was made before the upgrade.</summary>
    private static async Task RefuseLaterVersionsAsync(TokensDbContext db, CancellationToken cancellationToken)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new InvalidOperationException($"The store was written by a later version of the service: this one does not know {string.Join(", ", unknown)}. Run that version, or restore a copy from before the upgrade.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
