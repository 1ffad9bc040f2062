using System.Security.Cryptography;
using System.Text;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// A call that its caller has named by a key, so that a repeat of it is answered and not done again. It lives as long as one request.
/// Operations that can be repeated ask <see cref="TryRepeat"/> before they do anything, and remember what they did in the same transaction.
/// </summary>
internal sealed class IdempotentCall
{
    public const int HashLength = SHA256.HashSizeInBytes;

    private readonly CallSeal seal;
    private TokenValue? madeBefore;

    /// <param name="caller">Each token has its keys for itself.</param>
    /// <param name="presented">The caller's own value: it alone opens what is kept.</param>
    /// <param name="key">As the caller chose it.</param>
    /// <param name="fingerprint">SHA-256 over what is asked for.</param>
    public IdempotentCall(Caller caller, in TokenValue presented, string key, byte[] fingerprint)
    {
        TokenId = caller.TokenId;
        ValueGeneration = caller.ValueGeneration;
        KeyHash = SHA256.HashData(Encoding.ASCII.GetBytes(key));
        Fingerprint = fingerprint;
        Rights = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.RightsVersion} {caller.Permissions.All} {caller.Permissions.Text}"));
        seal = new CallSeal(presented, [.. TokenId.ToByteArray(bigEndian: true), .. KeyHash]);
    }

    public Guid TokenId { get; }

    /// <summary>Which of the caller's values opens what is kept.</summary>
    public int ValueGeneration { get; }

    public byte[] KeyHash { get; }

    public byte[] Fingerprint { get; }

    /// <summary>Stands for what the caller may do: a repeat under other rights is judged anew.</summary>
    public byte[] Rights { get; }

    /// <summary>Whether its operation has done it, or has repeated what it did before; false when it was refused.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether its operation has repeated what it did before.</summary>
    public bool IsRepeat => IsDone && madeBefore is not null;

    /// <summary>For the operation: it does the call now.</summary>
    /// <param name="made">The value of the token that it makes or rotates.</param>
    /// <returns>The value, sealed for repeats.</returns>
    public byte[] Do(in TokenValue made)
    {
        IsDone = true;
        return seal.Seal(Encoding.ASCII.GetBytes(made.Reveal()), SealedPart.Value);
    }

    /// <summary>For the operation: whether the call was done before, and what it made then. <see cref="Repeat"/> says that the caller gets it again.</summary>
    public bool TryRepeat(out TokenValue made)
    {
        made = madeBefore.GetValueOrDefault();
        return madeBefore is not null;
    }

    /// <summary>For the operation: it answers what the call made before.</summary>
    public void Repeat() => IsDone = true;

    /// <summary>For the door: the call was done before. False: it was not this caller's value that sealed it.</summary>
    public bool TryRecall(byte[] sealedValue)
    {
        if (!seal.TryOpen(sealedValue, SealedPart.Value, out var text) || !TokenValue.TryParse(Encoding.ASCII.GetString(text), out var made))
            return false;
        madeBefore = made;
        return true;
    }

    public byte[] SealAnswer(KeptAnswer answer) => seal.Seal(answer.ToBytes(), SealedPart.Answer);

    public KeptAnswer? OpenAnswer(byte[] sealedAnswer) =>
        seal.TryOpen(sealedAnswer, SealedPart.Answer, out var bytes) ? KeptAnswer.FromBytes(bytes) : null;
}
