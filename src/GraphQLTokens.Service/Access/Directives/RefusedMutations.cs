using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>Mutations that a directive refuses never reach their operation, which would have recorded the attempt: it is recorded here.</summary>
internal sealed class RefusedMutations(RecordDenial record)
{
    /// <summary>Whether attempts at the field belong into the audit log: all mutations.</summary>
    public static bool IsAudited(FieldDefinition field) => field.DeclaringType?.Name == "Mutation";

    /// <summary>The link around a mutation: the check; where it refuses, the audit row, then the refusal.</summary>
    public FieldMiddleware Recording(FieldCheck check, FieldDefinition field)
    {
        var action = ActionOf(field.Name);
        return (context, next) =>
        {
            if (context.Caller is not Caller caller)
                throw new GraphQLException(Denial.NoCredential.ToError());
            return check(caller, context) is { } denial ? RefuseAsync(caller, denial) : next(context);
        };

        async ValueTask<object?> RefuseAsync(Caller caller, Denial denial)
        {
            // The attempt has been made whether or not its maker still waits for the answer.
            await record.RunAsync(caller, action, denial.PublicWords, input: null, CancellationToken.None);
            throw new GraphQLException(denial.ToError());
        }
    }

    /// <summary><c>createAPIToken</c> is the action <c>CREATE_API_TOKEN</c>.</summary>
    internal static string ActionOf(string fieldName)
    {
        var action = new StringBuilder(fieldName.Length + 4);
        for (var index = 0; index < fieldName.Length; index++)
        {
            var startsWord = index > 0 && char.IsUpper(fieldName[index])
                && (char.IsLower(fieldName[index - 1]) || (index + 1 < fieldName.Length && char.IsLower(fieldName[index + 1])));
            if (startsWord)
                action.Append('_');
            action.Append(char.ToUpperInvariant(fieldName[index]));
        }

        return action.ToString();
    }
}
