namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Sections 3.6.1, 3.10, 3.13, type validation: a default value is a value of its type.</summary>
internal static class DefaultValueRule
{
    public static void Check(SchemaRuleContext context)
    {
        foreach (var (input, coordinate) in context.InputValues())
        {
            if (input.DefaultValueNode is null || !input.Type.IsInputType)
                continue;
            foreach (var (node, message) in ConstantFaults.Of(input.DefaultValueNode, input.Type))
                context.Report($"{coordinate} has invalid default value: {message}", node);
        }
    }
}
