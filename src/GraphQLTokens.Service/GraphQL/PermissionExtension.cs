using System.Collections.Immutable;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.GraphQL;

/// <summary>
/// The permissions that a deployment adds to its own: a file named by <c>Permissions:File</c> that holds <c>extend enum Permission { ... }</c> and
/// nothing else. The first line of a value's description is the name that people know it by.
/// </summary>
internal sealed record PermissionExtension(SourceText? Source, ImmutableArray<Permission> Permissions)
{
    public const string Key = "Permissions:File";

    private const string EnumName = "Permission";

    public static PermissionExtension Read(IConfiguration configuration) =>
        configuration[Key] is { Length: > 0 } path ? Parse(new SourceText(ReadFile(path), path)) : new PermissionExtension(null, []);

    /// <exception cref="InvalidOperationException">The file holds something else; the message names the setting.</exception>
    public static PermissionExtension Parse(SourceText source)
    {
        DocumentNode document;
        try
        {
            document = Parser.Parse(source);
        }
        catch (SyntaxException exception)
        {
            throw new InvalidOperationException($"{Key}: {source.Name} is no GraphQL: {exception.Error}", exception);
        }

        var permissions = ImmutableArray.CreateBuilder<Permission>();
        foreach (var definition in document.Definitions)
        {
            if (definition is not EnumTypeExtensionNode { Name.Value: EnumName } extension)
                throw new InvalidOperationException($"{Key}: {source.Name} may hold nothing but `extend enum {EnumName}`.");
            permissions.AddRange(extension.Values.Select(ToPermission));
        }

        return new PermissionExtension(source, permissions.ToImmutable());
    }

    private static Permission ToPermission(EnumValueDefinitionNode value)
    {
        var lines = value.Description?.Value.Split('\n', 2, StringSplitOptions.TrimEntries) ?? [];
        return new Permission(value.Name.Value, lines is [{ Length: > 0 } first, ..] ? first : value.Name.Value, lines is [_, { Length: > 0 } rest] ? rest : null);
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{Key}: {path} cannot be read: {exception.Message}", exception);
        }
    }
}
