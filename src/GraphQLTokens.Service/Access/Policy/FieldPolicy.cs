using System.Collections.Immutable;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;

namespace GraphQLTokens.Service.Access.Policy;

/// <summary>Who may call one field of the schema, for the doors that are not GraphQL: the checks of its directives, in the schema's order.</summary>
internal sealed class FieldPolicy(ImmutableArray<FieldCheck> checks, string? auditedAction, RecordDenial record)
{
    /// <summary>Null lets the call through. A refused mutation is in the audit log before this returns.</summary>
    public async ValueTask<Denial?> JudgeAsync(Caller caller, CallArguments arguments)
    {
        var denial = Judge(caller, arguments);
        // Over a limit nothing is written. Else the attempt has been made whether or not its maker still waits for the answer.
        if (denial is { Kind: not DenialKind.TooMany } && auditedAction is not null)
            await record.RunAsync(caller, auditedAction, denial.PublicWords, input: null, CancellationToken.None);
        return denial;
    }

    /// <summary>The same, without a trace.</summary>
    public Denial? Judge(Caller caller, in CallArguments arguments)
    {
        foreach (var check in checks)
        {
            if (check(caller, arguments) is { } denial)
                return denial;
        }

        return null;
    }
}
