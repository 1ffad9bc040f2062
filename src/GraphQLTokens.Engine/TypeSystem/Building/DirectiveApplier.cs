using System.Collections.Immutable;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;
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
                input.IsOneOf = true;
            if (type is ScalarType scalar && directive.Name == BuiltInDirectives.SpecifiedBy)
                scalar.SpecifiedByUrl = directive.Arguments["url"] as string;
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

    private static string? DeprecationReason(ImmutableArray<AppliedDirective> directives) =>
        directives.FirstOrDefault(directive => directive.Name == BuiltInDirectives.Deprecated) is { } deprecated
            ? deprecated.Arguments["reason"] as string ?? BuiltInDirectives.DefaultDeprecationReason
            : null;

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
        if (!lenient || definition.IsBuiltIn)
            faults.Report($"Argument \"{argument.Name}\" has invalid value {SyntaxPrinter.Print(given.Value)}.", given.Value);
        return InputValues.Absent;
    }
}
