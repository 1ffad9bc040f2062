using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>
/// Section 5.2.4.1: the root of a subscription selects exactly one field, no introspection field, and decides nothing by <c>@skip</c> or
/// <c>@include</c> there (September 2025), so that it is known without variables which stream of events is asked for.
/// </summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("SingleFieldSubscriptions", context => new SingleFieldSubscriptionsRule(context)) { Enters = [SyntaxKind.OperationDefinition] };

    public override void Enter(SyntaxNode node)
    {
        var operation = (OperationDefinitionNode)node;
        if (operation.Operation != OperationKind.Subscription || Context.Schema.SubscriptionType is not { } root)
            return;
        var selected = RootSelections.Of(operation, root, Context);
        var who = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        if (selected.Conditions.Count > 0)
            Context.Report($"{who} must not use `@skip` or `@include` directives in the top level selection.", selected.Conditions);
        if (selected.Fields.Count > 1)
            Context.Report($"{who} must select only one top level field.", [.. selected.Fields.Skip(1).SelectMany(fields => fields)]);
        foreach (var fields in selected.Fields)
        {
            if (fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                Context.Report($"{who} must not select an introspection top level field.", fields);
        }
    }
}
