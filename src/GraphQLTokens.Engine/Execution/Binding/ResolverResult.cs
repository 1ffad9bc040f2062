using System.Linq.Expressions;
using System.Reflection;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>Whatever a resolver method returns, as the one type that field delegates return.</summary>
internal static class ResolverResult
{
    public static Expression Wrap(Expression call)
    {
        var definition = call.Type.IsGenericType ? call.Type.GetGenericTypeDefinition() : null;
        if (definition == typeof(Task<>))
            return Expression.Call(Adapter(nameof(FromTask), call.Type), call);
        if (definition == typeof(ValueTask<>))
            return Expression.Call(Adapter(nameof(FromValueTask), call.Type), call);
        return Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)));
    }

    private static MethodInfo Adapter(string name, Type type) =>
        typeof(ResolverResult).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.GetGenericArguments());

    private static ValueTask<object?> FromTask<T>(Task<T> task) => FromValueTask(new ValueTask<T>(task));

    private static ValueTask<object?> FromValueTask<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : AwaitAsync(task);

    private static async ValueTask<object?> AwaitAsync<T>(ValueTask<T> task) => await task.ConfigureAwait(false);
}
