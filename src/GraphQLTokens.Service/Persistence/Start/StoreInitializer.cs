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
            await db.Database.MigrateAsync(cancellationToken);
        await secrets.RunAsync(cancellationToken);
        await peppers.RunAsync(cancellationToken);
        await bootstrap.RunAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
