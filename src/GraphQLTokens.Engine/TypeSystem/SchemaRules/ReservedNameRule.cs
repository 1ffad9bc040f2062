using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Section 4, reserved names: what a schema defines is not called <c>__</c> anything.</summary>
internal static class ReservedNameRule
{
    public static void Check(SchemaRuleContext context)
    {
        foreach (var directive in context.OwnDirectives)
            Check(context, directive.Name, directive.Node);
        foreach (var type in context.OwnTypes)
        {
            Check(context, type.Name, type.Nodes.FirstOrDefault());
            foreach (var value in (type as EnumType)?.Values ?? NamedList<EnumValueDefinition>.Empty)
                Check(context, value.Name, value.Node);
            foreach (var field in (type as IFieldsType)?.Fields ?? NamedList<FieldDefinition>.Empty)
                Check(context, field.Name, field.Node);
        }

        foreach (var (input, _) in context.InputValues())
            Check(context, input.Name, input.Node);
    }

    private static void Check(SchemaRuleContext context, string name, SyntaxNode? node)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            context.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
    }
}
