using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>The argument that <c>exceptSelf</c> names, such as <c>id</c> or <c>input.id</c>.</summary>
internal sealed class SelfArgument
{
    private readonly string[] path;

    /// <exception cref="ArgumentException">The field has no such argument: a policy that names nothing would exempt everybody.</exception>
    public SelfArgument(string path, FieldDefinition field)
    {
        this.path = path.Split('.');
        var definitions = field.Arguments;
        foreach (var name in this.path)
        {
            if (!definitions.TryGet(name, out var definition))
                throw new ArgumentException($"{field}: exceptSelf names \"{path}\", which is no argument of the field.", nameof(path));
            definitions = definition.Type.Named is InputObjectType input ? input.Fields : NamedList<InputValueDefinition>.Empty;
        }
    }

    /// <summary>Whether the argument means the caller: absent, null, <c>self</c>, or the caller's own id.</summary>
    public bool MeansSelf(InputValues arguments, Caller caller)
    {
        var values = arguments;
        foreach (var name in path)
        {
            var value = values[name];
            if (value is InputValues inner)
                values = inner;
            else
                return TokenReference.TryResolve(value as string, caller, out var id) && id == caller.TokenId;
        }

        return false;
    }
}
