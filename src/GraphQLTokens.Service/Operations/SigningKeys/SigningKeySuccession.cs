using System.Security.Cryptography;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Secrets;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.SigningKeys;

/// <summary>How one signing key follows another.</summary>
internal static class SigningKeySuccession
{
    /// <summary>
    /// Adds a new key, and ends the signing of all others when its own begins. A key that waits for its turn has signed nothing, and goes: who rotates
    /// by hand may have reason to trust none of those that are there.
    /// </summary>
    public static async Task<SigningKey> SucceedAsync(
        WriteScope scope, SecretSealer sealer, DateTimeOffset now, DateTimeOffset signsFrom, CancellationToken cancellationToken)
    {
        foreach (var former in await scope.Db.SigningKeys.Where(key => key.SignsUntil == null || key.SignsUntil > now).ToListAsync(cancellationToken))
        {
            if (former.SignsFrom > now)
                scope.Db.Remove(former);
            else
                former.SignsUntil = signsFrom;
        }
        var key = RingKey.Make(now, signsFrom, out var privateKey);
        key.SealedPrivateKey = sealer.Seal(privateKey, key.SealedPlace);
        CryptographicOperations.ZeroMemory(privateKey);
        scope.Db.Add(key);
        return key;
    }
}
