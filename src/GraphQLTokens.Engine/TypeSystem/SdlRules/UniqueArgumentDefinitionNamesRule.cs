using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Sections 3.6.1, 3.13: no two arguments of a field or directive share a name.</summary>
internal sealed class UniqueArgumentDefinitionNamesRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckField(TypeDefinitionNode owner, FieldDefinitionNode node) => Check($"{owner.Name}.{node.Name}", node.Arguments);

    public override void CheckDirectiveDefinition(DirectiveDefinitionNode node) => Check($"@{node.Name}", node.Arguments);

    private void Check(string owner, ImmutableArray<InputValueDefinitionNode> arguments)
    {
        foreach (var group in arguments.GroupBy(argument => argument.Name.Value).Where(group => group.Skip(1).Any()))
            Faults.Report($"Argument \"{owner}({group.Key}:)\" can only be defined once.", group.Select(argument => argument.Name));
    }
}
