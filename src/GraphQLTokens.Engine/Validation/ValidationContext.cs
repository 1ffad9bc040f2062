using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Validation;

/// <summary>What the rules share while one document is validated: the schema, the place of the walk, facts on definitions, errors and the bounds on work.</summary>
internal sealed class ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
{
    // Names may be as long as documents; a message that repeats one should not be.
    private const int LongestMessage = 2_000;

    private readonly List<DefinitionFacts> definitions = new(document.Definitions.Length);
    private List<GraphQLError>? errors;
    private Dictionary<string, DefinitionFacts>? fragmentFacts;
    private Dictionary<string, FragmentDefinitionNode>? fragments;
    private LineStarts? lines;

    public Schema Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    public ValidationOptions Options { get; } = options;

    public WalkPosition Position { get; } = new();

    public IReadOnlyList<GraphQLError> Errors => errors ?? (IReadOnlyList<GraphQLError>)[];

    /// <summary>Enough errors, or enough work: nothing more is looked for, and further reports are dropped.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>Steps taken so far, of those that <see cref="ValidationOptions.MaxSteps"/> bounds.</summary>
    public int Steps { get; private set; }

    /// <summary>The operations and fragments that the walk has come to, in their order; complete when the document is left.</summary>
    public IReadOnlyList<DefinitionFacts> Definitions => definitions;

    /// <summary>The fragment of that name, the last one where several share it; null where there is none.</summary>
    public FragmentDefinitionNode? Fragment(string name) => (fragments ??= FragmentsByName()).GetValueOrDefault(name);

    public DefinitionFacts Begin(ExecutableDefinitionNode definition)
    {
        var facts = new DefinitionFacts(definition);
        definitions.Add(facts);
        return facts;
    }

    /// <summary>Counts work that grows faster than the document. False when there has been too much of it; the error is then reported.</summary>
    public bool TryStep(int count = 1)
    {
        if (IsAborted)
            return false;
        Steps += count;
        if (Steps <= Options.MaxSteps)
            return true;
        Add(new GraphQLError("The document takes too many steps to validate: its fragments and fields overlap in too many ways. Validation aborted.", code: ErrorCodes.ValidationFailed));
        IsAborted = true;
        return false;
    }

    /// <summary>The definition and every fragment that it spreads, directly or through others, each once. Only when the walk is over.</summary>
    public IReadOnlyList<DefinitionFacts> Reachable(DefinitionFacts from)
    {
        if (from.Reachable is { } known)
            return known;
        var reached = new List<DefinitionFacts> { from };
        if (from.Spreads.Count > 0)
        {
            fragmentFacts ??= FragmentFactsByName();
            var seen = new HashSet<DefinitionFacts> { from };
            for (var next = 0; next < reached.Count; next++)
            {
                foreach (var spread in reached[next].Spreads)
                {
                    if (!TryStep())
                        return from.Reachable = reached;
                    if (fragmentFacts.TryGetValue(spread.Name.Value, out var fragment) && seen.Add(fragment))
                        reached.Add(fragment);
                }
            }
        }

        return from.Reachable = reached;
    }

    public void Report(string message, SyntaxNode at) => Report(message, [LocationOf(at)]);

    public void Report(string message, SyntaxNode first, SyntaxNode second) => Report(message, [LocationOf(first), LocationOf(second)]);

    public void Report(string message, IReadOnlyList<SyntaxNode> nodes) => Report(message, [.. nodes.Select(LocationOf)]);

    private void Report(string message, SourceLocation[] locations)
    {
        if (IsAborted)
            return;
        if (Errors.Count >= Options.MaxErrors)
        {
            Add(new GraphQLError("Too many validation errors, error limit reached. Validation aborted.", code: ErrorCodes.ValidationFailed));
            IsAborted = true;
            return;
        }

        if (message.Length > LongestMessage)
            message = string.Concat(message.AsSpan(0, LongestMessage), "...");
        Add(new GraphQLError(message, locations, code: ErrorCodes.ValidationFailed));
    }

    private void Add(GraphQLError error) => (errors ??= []).Add(error);

    private SourceLocation LocationOf(SyntaxNode node) => (lines ??= new LineStarts(Document.Location.Source)).LocationOf(node.Location.Start);

    private Dictionary<string, FragmentDefinitionNode> FragmentsByName()
    {
        var byName = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in Document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
                byName[fragment.Name.Value] = fragment;
        }

        return byName;
    }

    private Dictionary<string, DefinitionFacts> FragmentFactsByName()
    {
        var byName = new Dictionary<string, DefinitionFacts>(StringComparer.Ordinal);
        foreach (var facts in definitions)
        {
            if (facts.Node is FragmentDefinitionNode fragment)
                byName[fragment.Name.Value] = facts;
        }

        return byName;
    }
}
