using System.Collections.Immutable;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Introspection;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Building;

/// <summary>Section 3.13: gives every element of the schema its directives with coerced arguments, and reads those that change the element itself.</summary>
internal sealed class DirectiveApplier(NamedList<DirectiveDefinition> definitions, bool lenient, SchemaFaults faults)
{
    public void ApplyTo(SchemaParts parts)
    {
        foreach (var directive in parts.Directives)
            ApplyTo(directive.Arguments);
        foreach (var type in parts.OwnTypes)
        {
            ApplyTo(type);
            switch (type)
            {
                case IFieldsType { Fields: var fields }:
                    foreach (var field in fields)
                        ApplyTo(field);
                    break;
                case EnumType { Values: var values }:
                    foreach (var value in values)
                        ApplyTo(value);
                    break;
                case InputObjectType { Fields: var inputs }:
                    ApplyTo(inputs);
                    break;
            }
        }
    }

    public ImmutableArray<AppliedDirective> Coerce(IEnumerable<DirectiveNode> nodes) => [.. nodes.Select(Coerce)];

    private void ApplyTo(NamedType type)
    {
        type.Directives = Coerce(type.Nodes.SelectMany(node => node.Directives));
        foreach (var directive in type.Directives)
        {
            if (type is InputObjectType input && directive.Name == BuiltInDirectives.OneOf)
                input.IsOneOf |= type.Nodes[0].Directives.Contains(directive.Node);
            if (type is ScalarType scalar && directive.Name == BuiltInDirectives.SpecifiedBy)
                scalar.SpecifiedByUrl = Text(directive, "url");
        }
    }

    private void ApplyTo(FieldDefinition field)
    {
        ApplyTo(field.Arguments);
        if (field.Node is null)
            return;
        field.Directives = Coerce(field.Node.Directives);
        field.DeprecationReason = DeprecationReason(field.Directives);
    }

    private void ApplyTo(NamedList<InputValueDefinition> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.Node is null || input.Node.Directives.IsEmpty)
                continue;
            input.Directives = Coerce(input.Node.Directives);
            input.DeprecationReason = DeprecationReason(input.Directives);
        }
    }

    private void ApplyTo(EnumValueDefinition value)
    {
        if (value.Node is null)
            return;
        value.Directives = Coerce(value.Node.Directives);
        value.DeprecationReason = DeprecationReason(value.Directives);
    }

    private string? DeprecationReason(ImmutableArray<AppliedDirective> directives) =>
        directives.FirstOrDefault(directive => directive.Name == BuiltInDirectives.Deprecated) is { } deprecated
            ? Text(deprecated, "reason") ?? BuiltInDirectives.DefaultDeprecationReason
            : null;

    // As the built-in definition has it: a schema may define these directives anew, with an argument of another type or default.
    private string? Text(AppliedDirective directive, string argument)
    {
        var given = directive.Node.Arguments.FirstOrDefault(given => given.Name.Value == argument);
        if (given?.Value is not (null or NullValueNode or StringValueNode) && !IsBuiltIn(directive.Definition))
            ReportInvalid(given);
        return (given?.Value as StringValueNode)?.Value;
    }

    private AppliedDirective Coerce(DirectiveNode node)
    {
        var definition = definitions[node.Name.Value];
        var slots = new object?[definition.Arguments.Count];
        for (var index = 0; index < slots.Length; index++)
            slots[index] = Coerce(definition, definition.Arguments[index], node);
        return new AppliedDirective(definition, new InputValues(definition.Arguments, slots), node);
    }

    private object? Coerce(DirectiveDefinition definition, InputValueDefinition argument, DirectiveNode node)
    {
        var given = node.Arguments.FirstOrDefault(given => given.Name.Value == argument.Name);
        if (given is null)
            return argument.HasDefault ? argument.DefaultValue : InputValues.Absent;
        if (LiteralCoercion.TryCoerce(given.Value, argument.Type, variables: null, out var value))
            return value;
        if (!lenient || IsBuiltIn(definition))
            ReportInvalid(given);
        return InputValues.Absent;
    }

    // Not by its name: a schema may define such a directive again.
    private static bool IsBuiltIn(DirectiveDefinition definition) =>
        definition.IsBuiltIn && ReferenceEquals(BuiltInParts.Instance.Directives[definition.Name], definition);

    private void ReportInvalid(ArgumentNode given) =>
        faults.Report($"Argument \"{given.Name}\" has invalid value {SyntaxPrinter.Print(given.Value)}.", given.Value);
}
