using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Section 3.10, type validation: an input object has fields; those of a OneOf input object are nullable and have no default.</summary>
internal static class InputObjectRule
{
    public static void Check(SchemaRuleContext context)
    {
        foreach (var type in context.OwnTypes.OfType<InputObjectType>())
        {
            if (type.Fields.Count == 0)
                context.Report($"Input Object type {type} must define one or more fields.", type.Nodes);
            if (!context.Options.LenientDirectives)
                CheckExtensions(context, type);
            if (!type.IsOneOf)
                continue;
            foreach (var field in type.Fields)
            {
                if (field.Type.IsNonNull)
                    context.Report($"OneOf input field {type}.{field.Name} must be nullable.", field.Node?.Type);
                if (field.HasDefault)
                    context.Report($"OneOf input field {type}.{field.Name} cannot have a default value.", field.Node);
            }
        }
    }

    // Section 3.10.3: what a type takes at a time is for its definition to say.
    private static void CheckExtensions(SchemaRuleContext context, InputObjectType type)
    {
        foreach (var directive in type.Nodes.Skip(1).SelectMany(node => node.Directives).Where(directive => directive.Name.Value == BuiltInDirectives.OneOf))
            context.Report($"Input Object type {type} cannot become OneOf by an extension.", directive);
    }
}
