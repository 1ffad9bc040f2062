using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Building;
using GraphQLTokens.Engine.TypeSystem.Introspection;
using GraphQLTokens.Engine.TypeSystem.SchemaRules;
using GraphQLTokens.Engine.TypeSystem.SdlRules;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem;

/// <summary>
/// Type system documents to a <see cref="Schema"/> (section 3). Rules on the text come first, then the types are put together, then come the
/// rules on types: the later steps rely on what the earlier ones refused.
/// </summary>
public static class SchemaBuilder
{
    /// <summary>Definitions and extensions may stand in any order and in any of the documents; operations and fragments are passed over.</summary>
    /// <exception cref="SchemaException">The schema breaks rules of section 3: every fault that the failing step found, each with its places.</exception>
    public static Schema Build(IReadOnlyList<DocumentNode> documents, SchemaBuilderOptions? options = null)
    {
        options ??= SchemaBuilderOptions.Default;
        var faults = new SchemaFaults();
        var sdl = new SdlDefinitions(documents);
        SdlWalk.Check(sdl, faults);
        faults.ThrowIfAny();

        var parts = TypeAssembler.Assemble(sdl, BuiltInParts.Instance, new ScalarChoice(options, faults));
        DefaultValueAssigner.Assign(parts);
        var applier = new DirectiveApplier(parts.Directives, options.LenientDirectives, faults);
        applier.ApplyTo(parts);
        var roots = RootTypes.Find(sdl, parts.Types);
        var schema = CreateSchema(sdl, parts, roots, applier.Coerce(sdl.SchemaNodes.SelectMany(node => node.Directives)));

        SchemaRuleList.Check(new SchemaRuleContext(schema, roots, options, faults));
        faults.ThrowIfAny();
        return schema;
    }

    private static Schema CreateSchema(SdlDefinitions sdl, SchemaParts parts, RootTypes roots, ImmutableArray<AppliedDirective> directives) => new(
        sdl.SchemaNodes.FirstOrDefault()?.Description?.Value,
        parts.Types,
        parts.Directives,
        // The rules below need a schema to ask even where this root is missing; they refuse it then, and nobody sees the stand-in.
        roots.Query as ObjectType ?? new ObjectType("Query", null),
        roots.Mutation as ObjectType,
        roots.Subscription as ObjectType)
    {
        Directives = directives,
        Nodes = sdl.SchemaNodes,
        Meta = BuiltInParts.MetaFields,
    };
}
