using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Printing;

public sealed partial class SchemaPrinter
{
    private const string Indent = "  ";

    private void StartDefinition(string? description)
    {
        if (text.Length > 0)
            text.Append("\n\n");
        WriteDescription(description, "", isFirst: true);
    }

    /// <summary>One member a line between braces; nothing where there are none.</summary>
    private void WriteBlock<T>(NamedList<T> members, Func<T, string?> description, Action<T> write)
        where T : class, INamed
    {
        if (members.Count == 0)
            return;
        text.Append(" {\n");
        WriteLines(members, description, write, Indent);
        text.Append("\n}");
    }

    /// <summary>On one line where none has a description, else a line or more each.</summary>
    private void WriteArguments(NamedList<InputValueDefinition> arguments, string indent)
    {
        if (arguments.Count == 0)
            return;
        text.Append('(');
        if (arguments.All(argument => string.IsNullOrEmpty(argument.Description)))
        {
            foreach (var argument in arguments)
            {
                text.Append(argument == arguments[0] ? "" : ", ");
                WriteInputValue(argument);
            }
        }
        else
        {
            text.Append('\n');
            WriteLines(arguments, argument => argument.Description, WriteInputValue, indent + Indent);
            text.Append('\n').Append(indent);
        }

        text.Append(')');
    }

    private void WriteLines<T>(NamedList<T> members, Func<T, string?> description, Action<T> write, string indent)
        where T : class, INamed
    {
        foreach (var member in members)
        {
            var isFirst = member == members[0];
            text.Append(isFirst ? "" : "\n");
            WriteDescription(description(member), indent, isFirst);
            text.Append(indent);
            write(member);
        }
    }

    /// <summary>Within a block, a blank line sets a member with a description apart from the member before it.</summary>
    private void WriteDescription(string? description, string indent, bool isFirst)
    {
        if (description is null)
            return;
        var literal = DescriptionText.Of(description).Replace("\n", "\n" + indent, StringComparison.Ordinal);
        text.Append(indent.Length > 0 && !isFirst ? "\n" : "").Append(indent).Append(literal).Append('\n');
    }
}
