using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Building;

/// <summary>
/// The types of a schema in the order in which introspection lists them. The specification leaves it open; this is the reference
/// implementation's, so that tools see no difference: the types of the text in their order, and before the next of them the built-in ones that
/// one is the first to refer to. A built-in type that nothing refers to is no part of the schema (section 3.5).
/// </summary>
internal sealed class TypeOrder
{
    private readonly List<NamedType> listed = [];
    private readonly HashSet<NamedType> known;

    public TypeOrder(IReadOnlyCollection<NamedType> own)
    {
        known = [.. own];
        foreach (var type in own)
            List(type);
    }

    public IReadOnlyList<NamedType> Types => listed;

    public void Add(GraphQLType reference)
    {
        if (known.Add(reference.Named))
            List(reference.Named);
    }

    private void List(NamedType type)
    {
        listed.Add(type);
        switch (type)
        {
            case UnionType union:
                foreach (var member in union.Types)
                    Add(member);
                break;
            case IFieldsType fields:
                foreach (var implemented in fields.Interfaces)
                    Add(implemented);
                foreach (var field in fields.Fields)
                    AddField(field);
                break;
            case InputObjectType input:
                AddAll(input.Fields);
                break;
        }
    }

    private void AddField(FieldDefinition field)
    {
        Add(field.Type);
        AddAll(field.Arguments);
    }

    public void AddAll(IEnumerable<InputValueDefinition> inputs)
    {
        foreach (var input in inputs)
            Add(input.Type);
    }
}
