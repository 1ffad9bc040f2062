using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Building;

/// <summary>The type system definitions of all documents, sorted by what they define, each kind in the order of the documents.</summary>
internal sealed class SdlDefinitions
{
    private readonly Dictionary<string, List<TypeDefinitionNode>> extensions = new(StringComparer.Ordinal);

    public SdlDefinitions(IEnumerable<DocumentNode> documents)
    {
        All = [.. documents.SelectMany(document => document.Definitions).OfType<TypeSystemDefinitionNode>()];
        SchemaNodes = [.. All.OfType<SchemaDefinitionNode>(), .. All.OfType<SchemaExtensionNode>()];
        Directives = [.. All.OfType<DirectiveDefinitionNode>()];
        Types = [.. All.OfType<TypeDefinitionNode>().Where(node => node is not IExtensionNode)];
        foreach (var extension in All.OfType<TypeDefinitionNode>().Where(node => node is IExtensionNode))
        {
            if (!extensions.TryGetValue(extension.Name.Value, out var known))
                extensions.Add(extension.Name.Value, known = []);
            known.Add(extension);
        }
    }

    public ImmutableArray<TypeSystemDefinitionNode> All { get; }

    /// <summary>The definition first, then the extensions.</summary>
    public ImmutableArray<SchemaNode> SchemaNodes { get; }

    public ImmutableArray<DirectiveDefinitionNode> Directives { get; }

    /// <summary>Without extensions.</summary>
    public ImmutableArray<TypeDefinitionNode> Types { get; }

    /// <summary>A definition and its extensions, in this order.</summary>
    public ImmutableArray<TypeDefinitionNode> WithExtensions(TypeDefinitionNode definition) =>
        extensions.TryGetValue(definition.Name.Value, out var known) ? [definition, .. known] : [definition];
}
