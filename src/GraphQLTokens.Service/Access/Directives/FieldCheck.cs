using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>Judges one field before it has any effect. Null lets it through.</summary>
internal delegate Denial? FieldCheck(Caller caller, ResolverContext context);

internal static class FieldChecks
{
    /// <summary>The link around a field: the check, then what it guards. Whoever has not said who they are passes no check.</summary>
    public static FieldMiddleware ToMiddleware(this FieldCheck check) => (context, next) =>
    {
        var denial = context.Caller is Caller caller ? check(caller, context) : Denial.NoCredential;
        return denial is null ? next(context) : throw new GraphQLException(denial.ToError());
    };
}
