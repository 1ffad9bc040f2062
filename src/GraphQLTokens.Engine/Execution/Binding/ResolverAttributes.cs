namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>This parameter of a resolver is the object that the field belongs to.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>This parameter of a resolver is who asks: <see cref="GraphQLRequest.Caller"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CallerAttribute : Attribute;
