using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>
/// A schema may define <c>@skip</c> and <c>@include</c> again, and section 3.13 does not say how far the definition may stray. Execution reads
/// their argument <c>if</c>, so it must be there as section 3.13.1 has it, and a client must get by with it alone.
/// </summary>
internal static class ConditionDirectiveRule
{
    public static void Check(SchemaRuleContext context)
    {
        if (context.Options.LenientDirectives)
            return;
        foreach (var directive in context.Schema.DirectiveDefinitions)
        {
            if (directive.Name is BuiltInDirectives.Skip or BuiltInDirectives.Include && !HasOnlyCondition(directive))
                context.Report($"Directive @{directive.Name} must be defined with the argument \"if: Boolean!\" and no other that is required.", directive.Node);
        }
    }

    private static bool HasOnlyCondition(DirectiveDefinition directive) =>
        directive.Arguments.TryGet("if", out var condition)
        && condition.Type.ToString() == "Boolean!"
        && directive.Arguments.All(argument => argument == condition || !argument.IsRequired);
}
