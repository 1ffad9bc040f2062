using System.Runtime.CompilerServices;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Subscriptions;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.GraphQL.Limits;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>The fields of <c>Subscription</c> about tokens, fed by committed changes only.</summary>
internal sealed class TokenSubscriptions(WatchTokens watch, IOptions<StreamSettings> settings)
{
    // What a reader may fall behind before it is cut off. An event is a few dozen bytes here; the answer is made when it is read.
    private readonly int waitingEvents = settings.Value.MaxWaitingEvents;

    public IAsyncEnumerable<TokenChangeNode> ApiTokenChanged([Caller] Caller caller, string? id, CancellationToken cancellationToken)
    {
        Guid? tokenId = null;
        if (id is not null)
        {
            if (!TokenReference.TryResolve(id, caller, out var known))
                throw Refusals.InvalidInput([new InputFault("id", "is not an id")]);
            tokenId = known;
        }

        // Listening begins before the subscriber hears that it has begun: no change after that is missed.
        var events = new EventQueue<StoreChange>(waitingEvents);
        var listening = watch.Listen(tokenId, change => events.TryPublish(change));
        // A stream that was opened and never read ends with its request.
        cancellationToken.Register(static listening => ((IDisposable)listening!).Dispose(), listening);
        return ReadAsync(caller, events, listening, cancellationToken);
    }

    private async IAsyncEnumerable<TokenChangeNode> ReadAsync(
        Caller caller, EventQueue<StoreChange> events, IDisposable listening, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (listening)
        {
            await foreach (var change in events.ReadAllAsync(cancellationToken))
            {
                if (await watch.IsInSightAsync(caller, change, cancellationToken))
                    yield return new TokenChangeNode(change.Kind!.Value, change.TokenId);
            }
        }
    }
}
