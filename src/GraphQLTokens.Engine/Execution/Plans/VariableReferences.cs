using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Execution.Plans;

internal static class VariableReferences
{
    /// <summary>Whether a value is, or holds anywhere, a variable.</summary>
    public static bool Any(ValueNode value)
    {
        switch (value)
        {
            case VariableNode:
                return true;
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    if (Any(item))
                        return true;
                }

                return false;
            case ObjectValueNode map:
                foreach (var field in map.Fields)
                {
                    if (Any(field.Value))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }
}
