using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>The serialiser of each leaf type, and how .NET enums match those of the schema.</summary>
internal sealed class LeafSerializers
{
    private readonly Dictionary<string, LeafSerializer> serializers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<object, string>> enumNames = new(StringComparer.Ordinal);

    public LeafSerializers(Schema schema, SchemaBindings bindings, List<string> faults)
    {
        foreach (var type in schema.Types)
        {
            if (type is ScalarType scalar)
                serializers[type.Name] = scalar.IsBuiltIn ? new ScalarSerializer(scalar.Coercion) : new CustomScalarSerializer(scalar.Coercion);
            else if (type is EnumType @enum)
                serializers[type.Name] = new EnumSerializer(@enum, enumNames[type.Name] = Match(@enum, bindings.Enums.GetValueOrDefault(type.Name), faults));
        }

        foreach (var name in bindings.Enums.Keys.Where(name => !enumNames.ContainsKey(name)))
            faults.Add($"The schema has no enum {name} to bind.");
    }

    /// <summary>Null for a type that is no leaf.</summary>
    public LeafSerializer? For(NamedType type) => serializers.GetValueOrDefault(type.Name);

    /// <summary>The members of the .NET enum bound to this one; empty where none is.</summary>
    public IReadOnlyDictionary<object, string> MembersOf(EnumType type) => enumNames[type.Name];

    private static Dictionary<object, string> Match(EnumType type, Type? members, List<string> faults)
    {
        var names = new Dictionary<object, string>();
        if (members is null)
            return names;
        foreach (var member in Enum.GetValues(members).Cast<object>())
        {
            var value = type.Values.FirstOrDefault(value => Same(value.Name, member.ToString()!));
            if (value is not null)
                names[member] = value.Name;
            else
                faults.Add($"{members.Name}.{member} has no value in the enum {type.Name}.");
        }

        foreach (var value in type.Values.Where(value => !names.ContainsValue(value.Name)))
            faults.Add($"{type.Name}.{value.Name} has no member in {members.Name}.");
        return names;
    }

    private static bool Same(string schemaName, string memberName) =>
        string.Equals(schemaName.Replace("_", "", StringComparison.Ordinal), memberName, StringComparison.OrdinalIgnoreCase);
}
