namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>A .NET type as a programmer writes it: <c>IReadOnlyList&lt;String&gt;</c>, where reflection says <c>IReadOnlyList`1</c>.</summary>
internal static class TypeText
{
    public static string Of(Type type)
    {
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[]";
        if (!type.IsGenericType)
            return type.Name;
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        return $"{type.Name.Split('`')[0]}<{arguments}>";
    }
}
