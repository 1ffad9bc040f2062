using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence;

/// <summary>Adds events to their tenant's sequence, inside the write that they tell of. One writer, hence no gaps and no collisions.</summary>
internal static class AuditTrail
{
    private static readonly Func<TokensDbContext, Guid, CancellationToken, Task<long?>> Last = EF.CompileAsyncQuery(
        (TokensDbContext db, Guid tenantId, CancellationToken _) => db.AuditEvents.Where(other => other.TenantId == tenantId).Max(other => (long?)other.Sequence));

    public static async Task AppendAsync(this WriteScope scope, AuditEvent audit, CancellationToken cancellationToken)
    {
        audit.Sequence = (await Last(scope.Db, audit.TenantId, cancellationToken) ?? 0) + 1;
        scope.Db.AuditEvents.Add(audit);
    }
}
