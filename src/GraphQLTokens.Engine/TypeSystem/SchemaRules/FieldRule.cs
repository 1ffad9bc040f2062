using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Sections 3.6 and 3.7, type validation: object and interface types have fields, and these answer output types.</summary>
internal static class FieldRule
{
    public static void Check(SchemaRuleContext context)
    {
        foreach (var type in context.OwnTypes)
        {
            if (type is not IFieldsType { Fields: var fields })
                continue;
            if (fields.Count == 0)
                context.Report($"Type {type} must define one or more fields.", type.Nodes);
            foreach (var field in fields.Where(field => !field.Type.IsOutputType))
                context.Report($"The type of {field} must be Output Type but got: {field.Type}.", field.Node?.Type);
        }
    }
}
