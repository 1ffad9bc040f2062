using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Building;
using GraphQLTokens.Engine.TypeSystem.Introspection;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>What the rules on the text know together. Where a name is defined twice, the first definition counts here.</summary>
internal sealed class SdlRuleContext
{
    public SdlRuleContext(SdlDefinitions sdl, SchemaFaults faults)
    {
        Faults = faults;
        foreach (var type in sdl.Types)
            Types.TryAdd(type.Name.Value, type);
        foreach (var directive in sdl.Directives.Concat(BuiltInParts.Instance.Directives.Select(builtIn => builtIn.Node!)))
            Directives.TryAdd(directive.Name.Value, directive);
    }

    public SchemaFaults Faults { get; }

    /// <summary>Definitions of types in the text, by name.</summary>
    public Dictionary<string, TypeDefinitionNode> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Definitions of directives in the text and the built-in ones, by name.</summary>
    public Dictionary<string, DirectiveDefinitionNode> Directives { get; } = new(StringComparer.Ordinal);

    public bool IsTypeName(string name) => Types.ContainsKey(name) || BuiltInParts.Instance.Types.Contains(name);
}
