using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Building;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Walks the text of a schema once for all rules.</summary>
internal sealed class SdlWalk
{
    private readonly SdlRuleContext context;
    private readonly SdlRule[] rules;

    private SdlWalk(SdlRuleContext context)
    {
        this.context = context;
        rules =
        [
            new LoneSchemaDefinitionRule(context),
            new UniqueOperationTypesRule(context),
            new UniqueTypeNamesRule(context),
            new UniqueEnumValueNamesRule(context),
            new UniqueFieldDefinitionNamesRule(context),
            new UniqueArgumentDefinitionNamesRule(context),
            new UniqueDirectiveNamesRule(context),
            new KnownTypeNamesRule(context),
            new KnownDirectivesRule(context),
            new UniqueDirectivesPerLocationRule(context),
            new PossibleTypeExtensionsRule(context),
            new KnownDirectiveArgumentsRule(context),
            new UniqueArgumentNamesRule(context),
            new UniqueInputFieldNamesRule(context),
            new RequiredDirectiveArgumentsRule(context),
        ];
    }

    /// <summary>Reports every fault in the text.</summary>
    public static void Check(SdlDefinitions sdl, SchemaFaults faults)
    {
        var walk = new SdlWalk(new SdlRuleContext(sdl, faults));
        foreach (var definition in sdl.All)
            walk.Visit(definition);
    }

    private void Visit(TypeSystemDefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaNode schema:
                Each(rule => rule.CheckSchema(schema));
                // The schema is one element, however many extensions it has.
                VisitDirectives(schema.Directives, DirectiveLocation.SCHEMA, context);
                foreach (var operation in schema.OperationTypes)
                    VisitType(operation.Type);
                break;
            case DirectiveDefinitionNode directive:
                Each(rule => rule.CheckDirectiveDefinition(directive));
                VisitInputValues(directive.Arguments, DirectiveLocation.ARGUMENT_DEFINITION);
                break;
            case TypeDefinitionNode type:
                Each(rule => rule.CheckType(type));
                VisitDirectives(type.Directives, LocationOf(type), context.Types.GetValueOrDefault(type.Name.Value, type));
                VisitContents(type);
                break;
        }
    }

    private void VisitContents(TypeDefinitionNode type)
    {
        switch (type)
        {
            case ObjectTypeNode node:
                VisitTypes(node.Interfaces);
                VisitFields(type, node.Fields);
                break;
            case InterfaceTypeNode node:
                VisitTypes(node.Interfaces);
                VisitFields(type, node.Fields);
                break;
            case UnionTypeNode node:
                VisitTypes(node.Types);
                break;
            case EnumTypeNode node:
                foreach (var value in node.Values)
                    VisitDirectives(value.Directives, DirectiveLocation.ENUM_VALUE, value);
                break;
            case InputObjectTypeNode node:
                VisitInputValues(node.Fields, DirectiveLocation.INPUT_FIELD_DEFINITION);
                break;
        }
    }

    private void VisitFields(TypeDefinitionNode owner, ImmutableArray<FieldDefinitionNode> fields)
    {
        foreach (var field in fields)
        {
            Each(rule => rule.CheckField(owner, field));
            VisitInputValues(field.Arguments, DirectiveLocation.ARGUMENT_DEFINITION);
            VisitType(field.Type);
            VisitDirectives(field.Directives, DirectiveLocation.FIELD_DEFINITION, field);
        }
    }

    private void VisitInputValues(ImmutableArray<InputValueDefinitionNode> nodes, DirectiveLocation location)
    {
        foreach (var node in nodes)
        {
            VisitType(node.Type);
            if (node.DefaultValue is { } value)
                VisitValue(value);
            VisitDirectives(node.Directives, location, node);
        }
    }

    private void VisitDirectives(ImmutableArray<DirectiveNode> nodes, DirectiveLocation location, object owner)
    {
        Each(rule => rule.CheckDirectives(nodes, location, owner));
        foreach (var argument in nodes.SelectMany(node => node.Arguments))
            VisitValue(argument.Value);
    }

    private void VisitValue(ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values)
                VisitValue(item);
        }
        else if (value is ObjectValueNode node)
        {
            Each(rule => rule.CheckObject(node));
            foreach (var field in node.Fields)
                VisitValue(field.Value);
        }
    }

    private void VisitTypes(ImmutableArray<NamedTypeNode> nodes)
    {
        foreach (var node in nodes)
            VisitType(node);
    }

    private void VisitType(TypeNode type)
    {
        switch (type)
        {
            case NonNullTypeNode nonNull:
                VisitType(nonNull.Type);
                break;
            case ListTypeNode list:
                VisitType(list.Type);
                break;
            case NamedTypeNode named:
                Each(rule => rule.CheckReference(named));
                break;
        }
    }

    private void Each(Action<SdlRule> check) => Array.ForEach(rules, check);

    private static DirectiveLocation LocationOf(TypeDefinitionNode node) => node switch
    {
        ScalarTypeNode => DirectiveLocation.SCALAR,
        ObjectTypeNode => DirectiveLocation.OBJECT,
        InterfaceTypeNode => DirectiveLocation.INTERFACE,
        UnionTypeNode => DirectiveLocation.UNION,
        EnumTypeNode => DirectiveLocation.ENUM,
        InputObjectTypeNode => DirectiveLocation.INPUT_OBJECT,
        _ => throw new ArgumentException($"A {node.Kind} is no type.", nameof(node)),
    };
}
