using System.Collections.Immutable;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>Asks the handlers for the effect of every directive of the schema. One without any effect would be a promise that nobody keeps.</summary>
internal sealed class DirectiveBinder(SchemaBindings bindings, List<string> faults)
{
    public ObjectGuard[] GuardsOf(ObjectType type)
    {
        var guards = new List<ObjectGuard>();
        foreach (var directive in type.Directives)
        {
            if (HandlerOf(directive, type.Name) is not { } handler)
                continue;
            var guard = handler.OnObject(directive, type);
            if (guard is not null)
                guards.Add(guard);
            else if (type.Fields.All(field => handler.OnFieldOf(directive, type, field) is null))
                faults.Add($"@{directive.Name} on {type.Name} has no effect there.");
        }

        return [.. guards];
    }

    /// <summary>The links of a field, outermost first: those of its type, then its own, each in the order of the schema.</summary>
    public FieldMiddleware[] LinksOf(ObjectType type, FieldDefinition field)
    {
        var links = new List<FieldMiddleware>();
        foreach (var directive in type.Directives)
        {
            if (HandlerOf(directive, null)?.OnFieldOf(directive, type, field) is { } link)
                links.Add(link);
        }

        foreach (var directive in field.Directives)
        {
            if (HandlerOf(directive, field.ToString()) is not { } handler)
                continue;
            if (handler.OnField(directive, field) is { } link)
                links.Add(link);
            else
                faults.Add($"@{directive.Name} on {field} has no effect there.");
        }

        return [.. links];
    }

    /// <summary>Places where directives of our own can stand but nothing asks for their effect; and handlers of directives that are not there.</summary>
    public void CheckElsewhere(Schema schema)
    {
        Check(schema.Directives, "the schema");
        foreach (var directive in schema.DirectiveDefinitions)
        {
            foreach (var argument in directive.Arguments)
                Check(argument.Directives, $"@{directive.Name}({argument.Name}:)");
        }

        foreach (var type in schema.Types)
        {
            if (type is not ObjectType)
                Check(type.Directives, type.Name);
            CheckInside(type);
        }

        foreach (var name in bindings.Directives.Keys.Where(name => !schema.DirectiveDefinitions.Contains(name)))
            faults.Add($"The schema has no directive @{name} to handle.");
    }

    private void CheckInside(NamedType type)
    {
        foreach (var value in type is EnumType @enum ? @enum.Values : NamedList<EnumValueDefinition>.Empty)
            Check(value.Directives, $"{type.Name}.{value.Name}");
        foreach (var input in type is InputObjectType map ? map.Fields : NamedList<InputValueDefinition>.Empty)
            Check(input.Directives, $"{type.Name}.{input.Name}");
        foreach (var field in type is IFieldsType owner ? owner.Fields : NamedList<FieldDefinition>.Empty)
        {
            if (type is InterfaceType)
                Check(field.Directives, field.ToString());
            foreach (var argument in field.Arguments)
                Check(argument.Directives, $"{field}({argument.Name}:)");
        }
    }

    private void Check(ImmutableArray<AppliedDirective> directives, string place)
    {
        foreach (var directive in directives.Where(directive => !IsOurOwn(directive)))
            faults.Add($"@{directive.Name} on {place} has no effect there.");
    }

    // What the engine itself gives an effect to.
    private static bool IsOurOwn(AppliedDirective directive) => directive.Definition.IsBuiltIn || CostDirectives.Contains(directive.Name);

    private IDirectiveHandler? HandlerOf(AppliedDirective directive, string? place)
    {
        if (IsOurOwn(directive))
            return null;
        if (bindings.Directives.TryGetValue(directive.Name, out var handler))
            return handler;
        if (place is not null)
            faults.Add($"@{directive.Name} on {place} has no handler.");
        return null;
    }
}
