using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>A parsed and valid document, with the plans of its operations. Kept by the document cache and shared between requests.</summary>
internal sealed class PreparedDocument
{
    private readonly PreparedOperation[] operations;
    private Action<long>? watcher;
    private long weight;

    public PreparedDocument(ExecutableSchema schema, DocumentNode document)
    {
        weight = DocumentWeight.Of(document);
        Fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        operations = [.. document.Definitions.OfType<OperationDefinitionNode>().Select(operation => new PreparedOperation(schema, this, operation))];
    }

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    /// <summary>GetOperation (section 6.1): the one of that name, or the only one where no name is given; else null.</summary>
    public PreparedOperation? FindOperation(string? name)
    {
        if (name is null)
            return operations.Length == 1 ? operations[0] : null;
        return Array.Find(operations, operation => operation.Node.Name?.Value == name);
    }

    public int OperationCount => operations.Length;

    /// <summary>What it takes of memory by now, in bytes by estimate.</summary>
    public long Weight => Volatile.Read(ref weight);

    /// <summary>Who is told how much was added whenever plans are made.</summary>
    public void Watch(Action<long> gains) => Volatile.Write(ref watcher, gains);

    /// <summary>A selection set of so many fields was planned.</summary>
    public void NotePlanned(int fields)
    {
        var gained = DocumentWeight.OfPlanned(fields);
        Interlocked.Add(ref weight, gained);
        Volatile.Read(ref watcher)?.Invoke(gained);
    }
}
