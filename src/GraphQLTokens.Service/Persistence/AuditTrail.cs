using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence;

/// <summary>Adds events to their tenant's sequence, inside the write that they tell of. One writer, hence no gaps and no collisions.</summary>
internal static class AuditTrail
{
    public static async Task AppendAsync(this WriteScope scope, AuditEvent audit, CancellationToken cancellationToken)
    {
        var last = await scope.Db.AuditEvents
            .Where(other => other.TenantId == audit.TenantId)
            .MaxAsync(other => (long?)other.Sequence, cancellationToken);
        audit.Sequence = (last ?? 0) + 1;
        scope.Db.AuditEvents.Add(audit);
    }
}
