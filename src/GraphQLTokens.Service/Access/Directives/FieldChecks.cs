using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>Checks of fields as links of the engine.</summary>
internal static class FieldChecks
{
    /// <summary>The link around a field: the check, then what it guards. Whoever has not said who they are passes no check.</summary>
    public static FieldMiddleware ToMiddleware(this FieldCheck check) => (context, next) =>
    {
        var denial = context.Caller is Caller caller ? check(caller, new CallArguments(context.Arguments)) : Denial.NoCredential;
        return denial is null ? next(context) : throw new GraphQLException(denial.ToError());
    };
}
