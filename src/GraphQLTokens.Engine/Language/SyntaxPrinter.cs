using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

/// <summary>
/// Writes trees as GraphQL, byte for byte as graphql-js's <c>print</c> does, so that tools show no difference: two spaces a level, one
/// selection or member a line, a blank line between definitions, a field's arguments on lines of their own past 80 columns. Its one departure
/// is the word <c>query</c> where graphql-js would leave braces that belong to the definition before.
/// It recurses, which is safe: the parser lets nothing nest deeper than <see cref="ParserOptions.MaxDepth"/>.
/// </summary>
public sealed partial class SyntaxPrinter
{
    private readonly IndentedText _text = new();

    private SyntaxPrinter()
    {
    }

    /// <summary>The text of a node; lines end in LF, and the last line has no end. Parsing it gives an equal tree.</summary>
    public static string Print(SyntaxNode node)
    {
        var printer = new SyntaxPrinter();
        printer.Write(node);
        return printer._text.ToString();
    }

    private void Write(SyntaxNode node)
    {
        switch (node)
        {
            case NameNode name:
                _text.Append(name.Value);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case ObjectFieldNode field:
                WriteNamed(field.Name, field.Value);
                break;
            case ArgumentNode argument:
                WriteNamed(argument.Name, argument.Value);
                break;
            case TypeNode type:
                _text.Append(type.ToString());
                break;
            case DirectiveNode directive:
                _text.Append('@').Append(directive.Name.Value);
                WriteInParentheses(directive.Arguments);
                break;
            case DocumentNode document:
                WriteDocument(document);
                break;
            case SelectionSetNode selectionSet:
                WriteBlock(selectionSet.Selections);
                break;
            case SelectionNode selection:
                WriteSelection(selection);
                break;
            case ExecutableDefinitionNode definition:
                WriteExecutableDefinition(definition);
                break;
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable);
                break;
            case TypeSystemDefinitionNode definition:
                WriteTypeSystemDefinition(definition);
                break;
            default:
                WriteMember(node);
                break;
        }
    }

    private void WriteDocument(DocumentNode document)
    {
        SyntaxNode? before = null;
        foreach (var definition in document.Definitions)
        {
            if (before is not null)
                _text.Line().Line();
            // Bare braces would become the body of a definition that has none.
            if (LacksBody(before) && IsShorthand(definition))
                _text.Append("query ");
            Write(definition);
            before = definition;
        }
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null)
            return;
        WriteValue(description);
        _text.Line();
    }

    private void WriteNamed(NameNode name, SyntaxNode value)
    {
        _text.Append(name.Value).Append(": ");
        Write(value);
    }

    /// <summary>The nodes with a separator between them, and nothing where there are none.</summary>
    private void WriteJoined<T>(string before, ImmutableArray<T> nodes, string separator, string after = "")
        where T : SyntaxNode
    {
        for (var at = 0; at < nodes.Length; at++)
        {
            _text.Append(at == 0 ? before : separator);
            Write(nodes[at]);
        }

        _text.Append(nodes.IsEmpty ? "" : after);
    }

    private void WriteInParentheses<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode => WriteJoined("(", nodes, ", ", ")");

    private void WriteDirectives(ImmutableArray<DirectiveNode> directives) => WriteJoined(" ", directives, " ");

    /// <summary>One node a line, indented, between brackets.</summary>
    private void WriteLines<T>(char open, ImmutableArray<T> nodes, char close)
        where T : SyntaxNode
    {
        _text.Append(open).Indent();
        foreach (var node in nodes)
        {
            _text.Line();
            Write(node);
        }

        _text.Outdent();
        _text.Line().Append(close);
    }

    private void WriteBlock<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode => WriteLines('{', nodes, '}');
}
