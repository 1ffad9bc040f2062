namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>
/// Sections 3.6.1, 3.10, 3.13, type validation: arguments and input fields have input types, and what is required is not deprecated, since
/// nobody could stop using it.
/// </summary>
internal static class InputValueRule
{
    public static void Check(SchemaRuleContext context)
    {
        foreach (var (input, coordinate) in context.InputValues())
        {
            if (!input.Type.IsInputType)
                context.Report($"The type of {coordinate} must be Input Type but got: {input.Type}.", input.Node?.Type);
            if (input is { IsRequired: true, DeprecationReason: not null })
            {
                var kind = coordinate.EndsWith(')') ? "argument" : "input field";
                context.Report($"Required {kind} {coordinate} cannot be deprecated.", DeprecationNodes.Of(input.Directives, input.Node?.Type));
            }
        }
    }
}
