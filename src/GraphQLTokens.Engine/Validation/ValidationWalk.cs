using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation;

/// <summary>
/// Goes once through a document, keeps <see cref="WalkPosition"/> true, notes the facts of each definition and tells the rules. Recursion
/// follows the nesting of the document only, which the parser bounds; spreads are not followed.
/// </summary>
internal sealed partial class ValidationWalk(ValidationContext context, RuleSet rules)
{
    private readonly Schema schema = context.Schema;
    private readonly WalkPosition at = context.Position;
    private readonly ValidationRule?[] running = new ValidationRule?[rules.Rules.Length];
    private DefinitionFacts? facts;

    public void Document(DocumentNode document)
    {
        Enter(document);
        foreach (var definition in document.Definitions)
        {
            if (context.IsAborted)
                return;
            switch (definition)
            {
                case OperationDefinitionNode operation:
                    Operation(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    Fragment(fragment);
                    break;
                default:
                    TypeSystem((TypeSystemDefinitionNode)definition);
                    break;
            }
        }

        Leave(document);
    }

    private void Operation(OperationDefinitionNode operation)
    {
        facts = context.Begin(operation);
        at.OutputType = schema.RootTypeOf(operation.Operation);
        Enter(operation);
        foreach (var definition in operation.VariableDefinitions)
            VariableDefinition(definition);
        Directives(operation, operation.Directives);
        SelectionSet(operation.SelectionSet);
        at.OutputType = null;
        Leave(operation);
    }

    private void Fragment(FragmentDefinitionNode fragment)
    {
        facts = context.Begin(fragment);
        at.OutputType = OutputType(fragment.TypeCondition);
        Enter(fragment);
        Enter(fragment.TypeCondition);
        Directives(fragment, fragment.Directives);
        SelectionSet(fragment.SelectionSet);
        at.OutputType = null;
        Leave(fragment);
    }

    private void VariableDefinition(VariableDefinitionNode definition)
    {
        var type = TypeReferences.Resolve(schema, definition.Type);
        at.InputType = type is { IsInputType: true } ? type : null;
        Enter(definition);
        Type(definition.Type);
        at.InputType = null;
        if (definition.DefaultValue is { } value)
            Value(value, type is { IsInputType: true } ? type : null, null, hasDefault: false);
        Directives(definition, definition.Directives);
    }

    private void SelectionSet(SelectionSetNode set)
    {
        var outer = at.ParentType;
        at.ParentType = at.OutputType?.Named is { IsCompositeType: true } parent ? parent : null;
        Enter(set);
        foreach (var selection in set.Selections)
        {
            if (context.IsAborted)
                break;
            switch (selection)
            {
                case FieldNode field:
                    Field(field);
                    break;
                case FragmentSpreadNode spread:
                    facts!.Add(spread);
                    Enter(spread);
                    Directives(spread, spread.Directives);
                    break;
                case InlineFragmentNode inline:
                    InlineFragment(inline);
                    break;
            }
        }

        at.ParentType = outer;
    }

    private void Field(FieldNode field)
    {
        var (outerField, outerType) = (at.Field, at.OutputType);
        at.Field = at.ParentType is { } parent ? schema.FieldOf(parent, field.Name.Value) : null;
        at.OutputType = at.Field?.Type;
        Enter(field);
        Arguments(field.Arguments, at.Field?.Arguments);
        Directives(field, field.Directives);
        if (field.SelectionSet is { } set)
            SelectionSet(set);
        Leave(field);
        (at.Field, at.OutputType) = (outerField, outerType);
    }

    private void InlineFragment(InlineFragmentNode inline)
    {
        var outer = at.OutputType;
        at.OutputType = inline.TypeCondition is { } condition ? OutputType(condition) : outer?.Named;
        Enter(inline);
        if (inline.TypeCondition is { } named)
            Enter(named);
        Directives(inline, inline.Directives);
        SelectionSet(inline.SelectionSet);
        at.OutputType = outer;
    }

    private NamedType? OutputType(NamedTypeNode condition) =>
        schema.Types.TryGet(condition.Name.Value, out var type) ? type : null;

    private void Type(TypeNode type)
    {
        while (type is not NamedTypeNode)
            type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;
        Enter(type);
    }

    private void Directives(SyntaxNode host, ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            (at.DirectiveHost, at.DirectiveSiblings) = (host, directives);
            at.Directive = schema.DirectiveDefinitions.TryGet(directive.Name.Value, out var definition) ? definition : null;
            Enter(directive);
            Arguments(directive.Arguments, definition?.Arguments);
            at.Directive = null;
        }
    }

    private void Enter(SyntaxNode node)
    {
        foreach (var index in rules.Entering(node.Kind))
            Running(index).Enter(node);
    }

    private void Leave(SyntaxNode node)
    {
        foreach (var index in rules.Leaving(node.Kind))
            Running(index).Leave(node);
    }

    // Most documents never come to a node that half of the rules look at.
    private ValidationRule Running(int index) => running[index] ??= rules.Rules[index].Create(context);
}
