using System.Text;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Printing;

/// <summary>
/// Writes a schema as SDL, byte for byte as graphql-js's <c>printSchema</c> does, so that tools show no difference: what is built in is left
/// out, extensions are merged into what they extend, and descriptions become block strings. Lines end in LF; the last line has no end.
/// </summary>
public sealed partial class SchemaPrinter
{
    private readonly SchemaPrinterOptions options;
    private readonly StringBuilder text = new();

    private SchemaPrinter(SchemaPrinterOptions options) => this.options = options;

    public static string Print(Schema schema, SchemaPrinterOptions? options = null)
    {
        var printer = new SchemaPrinter(options ?? SchemaPrinterOptions.Default);
        printer.WriteSchema(schema);
        foreach (var directive in schema.DirectiveDefinitions.Where(directive => !directive.IsBuiltIn))
            printer.WriteDirective(directive);
        foreach (var type in schema.Types.Where(type => !type.IsBuiltIn))
            printer.WriteType(type);
        return printer.text.ToString();
    }

    private void WriteSchema(Schema schema)
    {
        var directives = Directives(schema.Directives, "");
        if (schema.Description is null && directives.Length == 0 && HasDefaultRootNames(schema))
            return;
        StartDefinition(schema.Description);
        text.Append("schema").Append(directives).Append(" {\n  query: ").Append(schema.QueryType);
        if (schema.MutationType is { } mutation)
            text.Append("\n  mutation: ").Append(mutation);
        if (schema.SubscriptionType is { } subscription)
            text.Append("\n  subscription: ").Append(subscription);
        text.Append("\n}");
    }

    private bool HasDefaultRootNames(Schema schema) =>
        schema.QueryType.Name == "Query" && IsDefault(schema, schema.MutationType, "Mutation") && IsDefault(schema, schema.SubscriptionType, "Subscription");

    // A type that is called Mutation without being a root asks for a definition of the schema too: graphql-js forgets that, and so does the plain form.
    private bool IsDefault(Schema schema, ObjectType? root, string name) =>
        root is null ? !options.IncludeAppliedDirectives || !schema.Types.Contains(name) : root.Name == name;

    private void WriteDirective(DirectiveDefinition directive)
    {
        StartDefinition(directive.Description);
        text.Append("directive @").Append(directive.Name);
        WriteArguments(directive.Arguments, "");
        text.Append(directive.IsRepeatable ? " repeatable" : "").Append(" on ").AppendJoin(" | ", directive.Locations);
    }

    private void WriteType(NamedType type)
    {
        StartDefinition(type.Description);
        switch (type)
        {
            case ScalarType scalar:
                text.Append("scalar ").Append(type).Append(Directives(type.Directives, SpecifiedBy(scalar)));
                break;
            case ObjectType @object:
                WriteFields("type", type, @object);
                break;
            case InterfaceType @interface:
                WriteFields("interface", type, @interface);
                break;
            case UnionType union:
                text.Append("union ").Append(type).Append(Directives(type.Directives, "")).Append(" = ").AppendJoin<ObjectType>(" | ", union.Types);
                break;
            case EnumType @enum:
                text.Append("enum ").Append(type).Append(Directives(type.Directives, ""));
                WriteBlock(@enum.Values, value => value.Description, WriteEnumValue);
                break;
            case InputObjectType input:
                text.Append("input ").Append(type).Append(Directives(type.Directives, input.IsOneOf ? " @oneOf" : ""));
                WriteBlock(input.Fields, field => field.Description, WriteInputValue);
                break;
        }
    }

    private void WriteFields(string keyword, NamedType type, IFieldsType fields)
    {
        text.Append(keyword).Append(' ').Append(type);
        if (fields.Interfaces.Length > 0)
            text.Append(" implements ").AppendJoin<InterfaceType>(" & ", fields.Interfaces);
        text.Append(Directives(type.Directives, ""));
        WriteBlock(fields.Fields, field => field.Description, WriteField);
    }

    private void WriteField(FieldDefinition field)
    {
        text.Append(field.Name);
        WriteArguments(field.Arguments, "  ");
        text.Append(": ").Append(field.Type).Append(Directives(field.Directives, Deprecated(field.DeprecationReason)));
    }

    private void WriteEnumValue(EnumValueDefinition value) =>
        text.Append(value.Name).Append(Directives(value.Directives, Deprecated(value.DeprecationReason)));

    private void WriteInputValue(InputValueDefinition input)
    {
        text.Append(input.Name).Append(": ").Append(input.Type);
        if (DefaultValueText.Of(input) is { } value)
            text.Append(" = ").Append(value);
        text.Append(Directives(input.Directives, Deprecated(input.DeprecationReason)));
    }

    // In an extension graphql-js overlooks it, and so does the plain form; introspection does not.
    private static string SpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is { } url && scalar.Nodes[0].Directives.Any(node => node.Name.Value == BuiltInDirectives.SpecifiedBy)
            ? $" @specifiedBy(url: {Quoted(url)})"
            : "";

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        BuiltInDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {Quoted(reason)})",
    };

    private static string Quoted(string value) => SyntaxPrinter.Print(new StringValueNode(default, value, isBlock: false));

    private string Directives(IEnumerable<AppliedDirective> applied, string visible) =>
        options.IncludeAppliedDirectives ? string.Concat(applied.Select(directive => " " + SyntaxPrinter.Print(directive.Node))) : visible;
}
