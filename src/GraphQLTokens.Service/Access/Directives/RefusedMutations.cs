using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>Mutations that a directive refuses never reach their operation, which would have recorded the attempt: it is recorded here.</summary>
internal sealed class RefusedMutations(RecordDenial record)
{
    /// <summary>The link around a mutation: the check; where it refuses, the audit row, then the refusal.</summary>
    /// <param name="action">As the audit log names the mutation.</param>
    public FieldMiddleware Recording(FieldCheck check, string action)
    {
        return (context, next) =>
        {
            if (context.Caller is not Caller caller)
                throw new GraphQLException(Denial.NoCredential.ToError());
            return check(caller, new CallArguments(context.Arguments)) is { } denial ? RefuseAsync(caller, denial) : next(context);
        };

        async ValueTask<object?> RefuseAsync(Caller caller, Denial denial)
        {
            // The attempt has been made whether or not its maker still waits for the answer.
            await record.RunAsync(caller, action, denial.PublicWords, input: null, CancellationToken.None);
            throw new GraphQLException(denial.ToError());
        }
    }
}
