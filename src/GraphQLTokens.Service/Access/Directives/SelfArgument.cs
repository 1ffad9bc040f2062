using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>The argument that <c>exceptSelf</c> names, such as <c>id</c> or <c>input.id</c>.</summary>
internal sealed class SelfArgument
{
    /// <exception cref="ArgumentException">The field has no such argument: a policy that names nothing would exempt everybody.</exception>
    public SelfArgument(string path, FieldDefinition field)
    {
        Path = path.Split('.');
        var definitions = field.Arguments;
        foreach (var name in Path)
        {
            if (!definitions.TryGet(name, out var definition))
                throw new ArgumentException($"{field}: exceptSelf names \"{path}\", which is no argument of the field.", nameof(path));
            definitions = definition.Type.Named is InputObjectType input ? input.Fields : NamedList<InputValueDefinition>.Empty;
        }
    }

    public string[] Path { get; }
}
