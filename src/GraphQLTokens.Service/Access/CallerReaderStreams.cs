using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.WebSockets;
using GraphQLTokens.Service.Access.Directives;
using GraphQLTokens.Service.Domain;
using Microsoft.Extensions.Primitives;

namespace GraphQLTokens.Service.Access;

/// <summary>Who calls on an answer that goes on and on, and until when: event streams, and WebSockets, whose credential may come in <c>connection_init</c>.</summary>
internal sealed class CallerReaderStreams(CallerReader reader, CallerWatch watch)
{
    /// <summary>The end of the right of whoever the door has admitted; null for nobody.</summary>
    public Func<CancellationToken, Task<GraphQLError>>? RightOf(HttpContext context) =>
        context.Features.Get<Caller>() is { } caller ? EndOf(caller, CallerReader.CredentialOf(context)) : null;

    /// <summary>
    /// Judges a connection by the credential in the payload of its <c>connection_init</c>, which outranks one in the headers of the upgrade: <c>X-API-Key</c>,
    /// <c>apiKey</c> or <c>Authorization</c>, names in any case. Without either it is refused: introspection for nobody has its place in HTTP.
    /// </summary>
    public async ValueTask<ConnectionVerdict> AdmitAsync(WebSocketConnectionContext connection, CancellationToken cancellationToken)
    {
        var credential = CredentialIn(connection.Payload);
        if (credential.Kind is CredentialKind.None)
            credential = CallerReader.CredentialOf(connection.HttpContext);
        var admission = await reader.ReadAsync(connection.HttpContext, credential);
        return admission.IsAdmitted
            ? ConnectionVerdict.Admitted(
                admission.Caller, EndOf(admission.Caller, credential), admitOperation: _ => AdmitOperationAsync(connection.HttpContext, credential, admission.Caller))
            : ConnectionVerdict.Refused(admission.Denial.PublicWords);
    }

    /// <summary>An operation on an open connection is judged, counted and noted as a request is: whatever has changed since the connection was opened holds for it.</summary>
    /// <param name="opener">Whose right the connection's own watch sees to: a stream that rests on rights that were added later is watched for itself.</param>
    private async ValueTask<OperationVerdict> AdmitOperationAsync(HttpContext context, Credential credential, Caller opener)
    {
        var admission = await reader.ReadAsync(context, credential);
        if (!admission.IsAdmitted)
            return OperationVerdict.Refused(admission.Denial.ToError());
        var isWatched = admission.Caller.Permissions.IsSubsetOf(opener.Permissions);
        return OperationVerdict.Admitted(admission.Caller, isWatched ? null : EndOf(admission.Caller, credential));
    }

    private Func<CancellationToken, Task<GraphQLError>> EndOf(Caller caller, Credential credential) =>
        async stop => (await watch.WhenEndsAsync(caller, credential.Value!, stop)).ToError();

    private static Credential CredentialIn(JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } members)
            return new(CredentialKind.None, null);
        StringValues keys = default, authorizations = default;
        foreach (var member in members.EnumerateObject())
        {
            // What is no text is no credential, and is not mistaken for the lack of one.
            var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : "-";
            if (member.Name.Equals(CallerReader.ApiKeyHeader, StringComparison.OrdinalIgnoreCase) || member.Name.Equals("apiKey", StringComparison.OrdinalIgnoreCase))
                keys = StringValues.Concat(keys, text);
            else if (member.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                authorizations = StringValues.Concat(authorizations, text);
        }

        // Whatever was presented here is judged here: what cannot be read as a credential is a bad one, and a good header does not mend it.
        var credential = Credential.Read(keys, authorizations);
        return credential.Kind is CredentialKind.None && keys.Count + authorizations.Count > 0 ? new(CredentialKind.One, "") : credential;
    }
}
