using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.5.1.2 and 5.8: types that variables and fragments name exist in the schema.</summary>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    private HashSet<string>? definedHere;

    public static RuleDefinition Definition { get; } =
        new("KnownTypeNames", context => new KnownTypeNamesRule(context)) { Enters = [SyntaxKind.NamedType] };

    public override void Enter(SyntaxNode node)
    {
        var name = ((NamedTypeNode)node).Name.Value;
        if (Context.Schema.Types.Contains(name) || (definedHere ??= TypesOfDocument()).Contains(name))
            return;
        var similar = Context.Options.Suggestions
            ? Suggestions.Similar(name, [.. Context.Schema.Types.Select(type => type.Name), .. definedHere])
            : [];
        Context.Report($"Unknown type \"{name}\".{Suggestions.Sentence(Context, similar)}", node);
    }

    // A document with such definitions is refused for them; their names are known all the same.
    private HashSet<string> TypesOfDocument() =>
        [.. Context.Document.Definitions.OfType<TypeDefinitionNode>().Where(type => type is not IExtensionNode).Select(type => type.Name.Value)];
}
