using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

public sealed partial class SyntaxPrinter
{
    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                _text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode integer:
                _text.Append(integer.Value);
                break;
            case FloatValueNode number:
                _text.Append(number.Value);
                break;
            case StringValueNode { IsBlock: true } block:
                _text.AppendLines(BlockString.Print(block.Value));
                break;
            case StringValueNode text:
                _text.Append(StringLiteral.Print(text.Value));
                break;
            case BooleanValueNode boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                _text.Append("null");
                break;
            case EnumValueNode name:
                _text.Append(name.Value);
                break;
            case ListValueNode list:
                _text.Append('[');
                WriteJoined("", list.Values, ", ");
                _text.Append(']');
                break;
            case ObjectValueNode members:
                _text.Append('{');
                WriteJoined("", members.Fields, ", ");
                _text.Append('}');
                break;
        }
    }
}
