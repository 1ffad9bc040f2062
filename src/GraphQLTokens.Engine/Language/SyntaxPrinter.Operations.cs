using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

public sealed partial class SyntaxPrinter
{
    private const int MaxLineLength = 80;

    private void WriteExecutableDefinition(ExecutableDefinitionNode definition)
    {
        WriteDescription(definition.Description);
        if (definition is FragmentDefinitionNode fragment)
        {
            _text.Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name.Value);
            WriteDirectives(fragment.Directives);
            _text.Append(' ');
        }
        else
        {
            WriteOperationHead((OperationDefinitionNode)definition);
        }

        WriteBlock(definition.SelectionSet.Selections);
    }

    /// <summary>What stands before the braces: nothing, for a query that has nothing to say there.</summary>
    private void WriteOperationHead(OperationDefinitionNode operation)
    {
        if (IsShorthand(operation))
            return;
        _text.Append(KeywordOf(operation.Operation));
        if (operation.Name is not null || !operation.VariableDefinitions.IsEmpty)
            _text.Append(' ').Append(operation.Name?.Value);
        WriteVariableDefinitions(operation);
        WriteDirectives(operation.Directives);
        _text.Append(' ');
    }

    private static bool IsShorthand(SyntaxNode definition) => definition is OperationDefinitionNode
    {
        Operation: OperationKind.Query, Description: null, Name: null, VariableDefinitions.IsEmpty: true, Directives.IsEmpty: true,
    };

    /// <summary>On one line where each takes one line; else a line or more each, which graphql-js does not indent here.</summary>
    private void WriteVariableDefinitions(OperationDefinitionNode operation)
    {
        var start = _text.Here;
        WriteInParentheses(operation.VariableDefinitions);
        if (!_text.HasLineEndSince(start))
            return;
        _text.GoBack(start);
        _text.Append('(');
        foreach (var variable in operation.VariableDefinitions)
        {
            _text.Line();
            Write(variable);
        }

        _text.Line().Append(')');
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        _text.Append('$');
        WriteNamed(variable.Variable.Name, variable.Type);
        WriteDefault(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is null)
            return;
        _text.Append(" = ");
        WriteValue(value);
    }

    private void WriteSelection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                _text.Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode inline:
                _text.Append("...");
                if (inline.TypeCondition is { } condition)
                    _text.Append(" on ").Append(condition.Name.Value);
                WriteDirectives(inline.Directives);
                _text.Append(' ');
                WriteBlock(inline.SelectionSet.Selections);
                break;
        }
    }

    private void WriteField(FieldNode field)
    {
        var start = _text.Here;
        if (field.Alias is { } alias)
            _text.Append(alias.Value).Append(": ");
        _text.Append(field.Name.Value);

        var arguments = _text.Here;
        WriteInParentheses(field.Arguments);
        if (!field.Arguments.IsEmpty && _text.LengthSince(start) > MaxLineLength)
        {
            _text.GoBack(arguments);
            WriteLines('(', field.Arguments, ')');
        }

        WriteDirectives(field.Directives);
        if (field.SelectionSet is not { } selectionSet)
            return;
        _text.Append(' ');
        WriteBlock(selectionSet.Selections);
    }

    private static string KeywordOf(OperationKind operation) => operation switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
    };
}
