using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 5.4.2 for schemas: a directive is given no argument twice.</summary>
internal sealed class UniqueArgumentNamesRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckDirectives(ImmutableArray<DirectiveNode> nodes, DirectiveLocation location, object owner)
    {
        foreach (var group in nodes.SelectMany(node => node.Arguments.GroupBy(argument => argument.Name.Value)).Where(group => group.Skip(1).Any()))
            Faults.Report($"There can be only one argument named \"{group.Key}\".", group.Select(argument => argument.Name));
    }
}
