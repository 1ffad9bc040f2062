using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Writing;

namespace GraphQLTokens.Service.Operations.Audit;

/// <summary>Records an action that a door refused before its operation was reached, such as for a missing permission.</summary>
internal sealed class RecordDenial(StoreWriter writer, TimeProvider time)
{
    /// <param name="action">As in <see cref="AuditEvent.ActionName"/>.</param>
    /// <param name="reason">The words of the refusal.</param>
    /// <param name="input">Writes the input as one JSON object, secrets left out; null: nothing is kept of it.</param>
    public Task RunAsync(Caller caller, string action, string reason, Action<Utf8JsonWriter>? input, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async (scope, stop) =>
            {
                await scope.AppendAsync(AuditEntry.Of(caller, action, input ?? WriteNothing, [reason], time), stop);
                return true;
            },
            cancellationToken);

    private static void WriteNothing(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteEndObject();
    }
}
