namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Every rule on types, in the order in which their faults are shown.</summary>
internal static class SchemaRuleList
{
    private static readonly Action<SchemaRuleContext>[] Rules =
    [
        RootTypeRule.Check,
        ReservedNameRule.Check,
        DirectiveDefinitionRule.Check,
        ConditionDirectiveRule.Check,
        FieldRule.Check,
        InterfaceRule.Check,
        ImplementationRule.Check,
        UnionRule.Check,
        EnumRule.Check,
        InputObjectRule.Check,
        InputObjectCycleRule.Check,
        InputValueRule.Check,
        DefaultValueRule.Check,
        DefaultValueCycleRule.Check,
    ];

    public static void Check(SchemaRuleContext context) => Array.ForEach(Rules, check => check(context));
}
