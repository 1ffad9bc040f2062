using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem.Building;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Introspection;

/// <summary>What every schema has without defining it: scalars, directives and the types of introspection. Made once and shared by all schemas.</summary>
internal static class BuiltInParts
{
    // Holds the definitions of the meta fields and is no type of any schema.
    private const string MetaFieldsName = "__MetaFields";

    private static readonly SchemaParts Assembled = Assemble();

    public static SchemaParts Instance { get; } = Assembled with
    {
        Types = new NamedList<NamedType>([.. BuiltInScalars.All, .. Assembled.Types.Where(type => type is not ScalarType && type.Name != MetaFieldsName)]),
    };

    public static MetaFields MetaFields { get; } = CreateMetaFields();

    private static SchemaParts Assemble()
    {
        var sdl = new SdlDefinitions(
        [
            Parser.Parse(new SourceText(BuiltInDirectives.Sdl, "built-in directives")),
            Parser.Parse(new SourceText(IntrospectionSdl.Text, "introspection")),
        ]);
        var scalars = new SchemaParts(new NamedList<NamedType>(BuiltInScalars.All), NamedList<DirectiveDefinition>.Empty);
        var parts = TypeAssembler.Assemble(sdl, scalars, new ScalarChoice(SchemaBuilderOptions.Default, new SchemaFaults()));
        DefaultValueAssigner.Assign(parts);
        foreach (var type in parts.OwnTypes.ToList())
            type.IsBuiltIn = true;
        return parts;
    }

    private static MetaFields CreateMetaFields()
    {
        var fields = ((ObjectType)Assembled.Types[MetaFieldsName]).Fields;
        foreach (var field in fields)
            field.DeclaringType = null;
        return new MetaFields(fields["__schema"], fields["__type"]);
    }
}
