using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution;

/// <summary>Gives the value of a field: the last link is the resolver, every directive on the field wraps one around it.</summary>
public delegate ValueTask<object?> FieldDelegate(ResolverContext context);

/// <summary>A link around a field. Calling <paramref name="next"/> goes on to the resolver; not calling it answers in its stead.</summary>
public delegate ValueTask<object?> FieldMiddleware(ResolverContext context, FieldDelegate next);

/// <summary>Judges an object that is about to be answered. An error puts null in its place, with null passing on as section 6.4.4 says; null lets it through.</summary>
/// <param name="value">The resolved value, never null.</param>
/// <param name="caller"><see cref="GraphQLRequest.Caller"/>.</param>
public delegate GraphQLError? ObjectGuard(object value, object? caller);
