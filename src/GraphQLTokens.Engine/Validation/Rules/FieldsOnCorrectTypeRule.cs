using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.3.1: every selected field exists on the type that it is selected on.</summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("FieldsOnCorrectType", context => new FieldsOnCorrectTypeRule(context)) { Enters = [SyntaxKind.Field] };

    public override void Enter(SyntaxNode node)
    {
        if (Position.Field is not null || Position.ParentType is not { } type)
            return;
        var name = ((FieldNode)node).Name.Value;
        Context.Report($"Cannot query field \"{name}\" on type \"{type.Name}\".{Hint(type, name)}", node);
    }

    private string Hint(NamedType type, string name)
    {
        if (!Context.Options.Suggestions)
            return "";
        var types = TypesWithField(type, name);
        if (types.Count > 0)
            return Suggestions.Sentence(Context, types, "to use an inline fragment on");
        return type is IFieldsType fields ? Suggestions.Sentence(Context, name, fields.Fields) : "";
    }

    /// <summary>The object types within an abstract type, and their interfaces, that do have the field: the interfaces shared by most come first. None for an object type.</summary>
    private List<string> TypesWithField(NamedType type, string name)
    {
        var uses = new Dictionary<NamedType, int>();
        foreach (var possible in Context.Schema.PossibleTypes(type))
        {
            if (!possible.Fields.Contains(name))
                continue;
            uses[possible] = 1;
            foreach (var shared in possible.Interfaces)
            {
                if (shared.Fields.Contains(name))
                    uses[shared] = uses.GetValueOrDefault(shared) + 1;
            }
        }

        var inOrder = new List<NamedType>();
        foreach (var (candidate, _) in uses.OrderByDescending(use => use.Value).ThenBy(use => use.Key.Name, StringComparer.Ordinal))
        {
            // Among equals, an interface stands before the types that implement it; none of them is shared by more.
            var implementer = inOrder.FindIndex(other => other is IFieldsType fields && fields.Interfaces.Contains(candidate));
            inOrder.Insert(implementer < 0 ? inOrder.Count : implementer, candidate);
        }

        return [.. inOrder.Select(candidate => candidate.Name)];
    }
}
