using System.Collections.Immutable;
using GraphQLTokens.Engine.Validation.Rules;

namespace GraphQLTokens.Engine.Validation;

/// <summary>Every rule of section 5, in the order of its chapters. To add one: a file in Rules, and a line here.</summary>
internal static class SpecifiedRules
{
    public static ImmutableArray<RuleDefinition> All { get; } =
    [
        ExecutableDefinitionsRule.Definition,
        KnownOperationTypesRule.Definition,
        UniqueOperationNamesRule.Definition,
        LoneAnonymousOperationRule.Definition,
        SingleFieldSubscriptionsRule.Definition,
        FieldsOnCorrectTypeRule.Definition,
        OverlappingFieldsCanBeMergedRule.Definition,
        ScalarLeafsRule.Definition,
        KnownArgumentNamesRule.Definition,
        UniqueArgumentNamesRule.Definition,
        ProvidedRequiredArgumentsRule.Definition,
        UniqueFragmentNamesRule.Definition,
        KnownTypeNamesRule.Definition,
        FragmentsOnCompositeTypesRule.Definition,
        NoUnusedFragmentsRule.Definition,
        KnownFragmentNamesRule.Definition,
        NoFragmentCyclesRule.Definition,
        PossibleFragmentSpreadsRule.Definition,
        ValuesOfCorrectTypeRule.Definition,
        UniqueInputFieldNamesRule.Definition,
        KnownDirectivesRule.Definition,
        UniqueDirectivesPerLocationRule.Definition,
        UniqueVariableNamesRule.Definition,
        VariablesAreInputTypesRule.Definition,
        NoUndefinedVariablesRule.Definition,
        NoUnusedVariablesRule.Definition,
        VariablesInAllowedPositionRule.Definition,
    ];
}
