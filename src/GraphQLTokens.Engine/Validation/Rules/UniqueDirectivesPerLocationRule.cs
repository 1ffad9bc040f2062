using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.7.3: a directive stands once at a place, unless its definition says that it is repeatable.</summary>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule(context)
{
    private readonly List<NameNode> names = [];

    public static RuleDefinition Definition { get; } =
        new("UniqueDirectivesPerLocation", context => new UniqueDirectivesPerLocationRule(context)) { Enters = [SyntaxKind.Directive] };

    public override void Enter(SyntaxNode node)
    {
        // All directives of a place are looked at when the walk comes to the first.
        var directives = Position.DirectiveSiblings;
        if (directives.Length < 2 || !ReferenceEquals(directives[0], node))
            return;
        names.Clear();
        foreach (var directive in directives)
            names.Add(directive.Name);
        foreach (var same in RepeatedNames.In(names))
        {
            if (Context.Schema.DirectiveDefinitions.TryGet(same[0].Value, out var definition) && !definition.IsRepeatable)
                Report(same, directives);
        }
    }

    private void Report(IReadOnlyList<NameNode> same, ImmutableArray<DirectiveNode> directives)
    {
        var name = same[0].Value;
        DirectiveNode? first = null;
        foreach (var directive in directives)
        {
            if (directive.Name.Value != name)
                continue;
            if (first is null)
                first = directive;
            else
                Context.Report($"The directive \"@{name}\" can only be used once at this location.", first, directive);
        }
    }
}
