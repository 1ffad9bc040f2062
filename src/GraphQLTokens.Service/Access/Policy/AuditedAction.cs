using System.Text;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Service.Access.Policy;

/// <summary>Under which name the audit log has attempts at a field. All mutations belong there, and nothing else does.</summary>
internal static class AuditedAction
{
    public static string? Of(FieldDefinition field) => field.DeclaringType?.Name == "Mutation" ? Of(field.Name) : null;

    /// <summary><c>createAPIToken</c> is the action <c>CREATE_API_TOKEN</c>.</summary>
    internal static string Of(string fieldName)
    {
        var action = new StringBuilder(fieldName.Length + 4);
        for (var index = 0; index < fieldName.Length; index++)
        {
            var startsWord = index > 0 && char.IsUpper(fieldName[index])
                && (char.IsLower(fieldName[index - 1]) || (index + 1 < fieldName.Length && char.IsLower(fieldName[index + 1])));
            if (startsWord)
                action.Append('_');
            action.Append(char.ToUpperInvariant(fieldName[index]));
        }

        return action.ToString();
    }
}
