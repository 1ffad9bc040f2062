using System.Threading.Channels;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Writing;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// Watches whether a caller's right still holds while an answer goes on and on. It is judged anew, by the same judge as at the door, whenever the
/// calling token changes, and when its time or that of the value is over.
/// </summary>
internal sealed class CallerWatch(Authenticator authenticator, ChangeFeed changes, TimeProvider time)
{
    // Timers cannot wait for longer than some weeks; looking again after an hour costs nothing.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Waits until the right has ended, and says how. A change that takes nothing away, such as a new name, does not end it.</summary>
    /// <param name="value">What the caller presented.</param>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task<Denial> WhenEndsAsync(Caller caller, string value, CancellationToken cancellationToken)
    {
        // One signal is enough, however many changes it stands for.
        var changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var listening = changes.Listen(change =>
        {
            if (change.TokenId == caller.TokenId)
                changed.Writer.TryWrite(true);
        });
        while (true)
        {
            var verdict = await authenticator.JudgeAsync(value, caller.Origin.Address, cancellationToken);
            if (verdict.Code is not VerificationCode.Valid)
                return Denial.Of(verdict);
            if (!caller.Permissions.IsSubsetOf(verdict.Permissions))
                return Denial.MissingPermission([.. caller.Permissions.Except(verdict.Permissions)]);
            await WaitAsync(changed.Reader, verdict.EndsAt, cancellationToken);
        }
    }

    // Until the token changes, or until its end is near enough to be waited for and has come.
    private async Task WaitAsync(ChannelReader<bool> changed, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var untilEnd = endsAt - time.GetUtcNow();
        var end = Task.Delay(untilEnd < LongestWait ? TimeSpan.FromMilliseconds(Math.Max(1, untilEnd.TotalMilliseconds)) : LongestWait, time, waiting.Token);
        var change = changed.ReadAsync(waiting.Token).AsTask();
        await Task.WhenAny(change, end);
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
