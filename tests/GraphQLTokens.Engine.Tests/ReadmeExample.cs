using System.Buffers;
using System.Text;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Batching;
using GraphQLTokens.Engine.Execution.Binding;

namespace GraphQLTokens.Engine.Tests;

public static class Library
{
    private static readonly RequestExecutor Executor = new(
        SchemaLoader.Load("""
            type Query { book(id: ID!): Book }
            type Book { title: String! author: Author }
            type Author { name: String! }
            """),
        new SchemaBindings()
            .BindType<Book>("Book")                             // its properties answer the fields of their names
            .BindType<Author>("Author")
            .AddResolvers("Query", typeof(BookQueries), null)   // its methods answer the fields of their names
            .AddResolvers("Book", typeof(BookFields), null));

    // { book(id: 1) { title author { name } } }  ->  {"data":{"book":{"title":"Emma","author":{"name":"Jane Austen"}}}}
    public static async Task<string> AskAsync(string document, CancellationToken cancellationToken)
    {
        var response = await Executor.ExecuteAsync(new GraphQLRequest { Document = document }, cancellationToken);
        var json = new ArrayBufferWriter<byte>();
        response.WriteTo(json);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}

public sealed record Book(string Title, int AuthorId);

public sealed record Author(string Name);

public static class BookQueries
{
    public static Book? Book(string id) => id == "1" ? new Book("Emma", 7) : null;
}

public static class BookFields
{
    private static readonly AuthorLoader Authors = new();

    public static ValueTask<Author?> AuthorAsync([Parent] Book book, ResolverContext context) => context.LoadAsync(Authors, book.AuthorId);
}

// However many books an answer holds, their authors cost one call.
public sealed class AuthorLoader : BatchLoader<int, Author>
{
    public override Task<IReadOnlyDictionary<int, Author>> LoadAsync(IReadOnlyList<int> keys, object? caller, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<int, Author>>(keys.ToDictionary(key => key, _ => new Author("Jane Austen")));
}
