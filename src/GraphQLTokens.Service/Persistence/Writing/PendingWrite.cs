using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence.Writing;

/// <summary>One caller's write on its way through the writer.</summary>
internal abstract class PendingWrite
{
    private const string Savepoint = "write";

    public IReadOnlyList<StoreChange> Changes { get; private set; } = [];

    /// <summary>Whether it has saved a change of tenants, or of which lies below which.</summary>
    public bool ChangesTenants { get; private set; }

    public abstract bool IsAnswered { get; }

    /// <summary>
    /// Runs the work inside the group's transaction, under a savepoint of its own. True: it waits for the commit.
    /// False: it is answered already, with its fault, and has left nothing in the transaction.
    /// </summary>
    public async Task<bool> TryRunAsync(IDbContextFactory<TokensDbContext> contexts, DbTransaction transaction)
    {
        await transaction.SaveAsync(Savepoint);
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.UseTransactionAsync(transaction);
            var scope = new WriteScope(db);
            await RunAsync(scope);
            Changes = scope.Changes;
            ChangesTenants = scope.ChangesTenants;
            await transaction.ReleaseAsync(Savepoint);
            return true;
        }
        catch (Exception fault)
        {
            await transaction.RollbackAsync(Savepoint);
            await transaction.ReleaseAsync(Savepoint);
            Fail(fault);
            return false;
        }
    }

    public abstract void Succeed();

    public abstract void Fail(Exception fault);

    protected abstract Task RunAsync(WriteScope scope);
}

internal sealed class PendingWrite<T>(Func<WriteScope, CancellationToken, Task<T>> work, CancellationToken cancellationToken) : PendingWrite
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Answer => answer.Task;

    public override bool IsAnswered => answer.Task.IsCompleted;

    public override void Succeed() => answer.TrySetResult(result!);

    public override void Fail(Exception fault)
    {
        if (fault is OperationCanceledException && cancellationToken.IsCancellationRequested)
            answer.TrySetCanceled(cancellationToken);
        else
            answer.TrySetException(fault);
    }

    protected override async Task RunAsync(WriteScope scope)
    {
        cancellationToken.ThrowIfCancellationRequested();
        result = await work(scope, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
    }
}
