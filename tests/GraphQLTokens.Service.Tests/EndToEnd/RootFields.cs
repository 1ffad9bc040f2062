using GraphQLTokens.Engine;
using GraphQLTokens.Engine.TypeSystem.Types;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>A field of a root type, and the shortest document that asks for it.</summary>
internal sealed record RootField(string Name, string Document);

internal static class RootFields
{
    private const string NoToken = "01979d6e-0000-7000-8000-000000000002";

    public static IEnumerable<RootField> SchemaFields(this ServiceApplication service)
    {
        var schema = service.Services.GetRequiredService<RequestExecutor>().Schema;
        return [.. Of("query", schema.QueryType), .. Of("mutation", schema.MutationType!)];
    }

    private static IEnumerable<RootField> Of(string keyword, ObjectType root) => root.Fields.Select(field =>
        new RootField(field.Name, $"{keyword} {{ {field.Name}{Arguments(field)}{(field.Type.Named.IsCompositeType ? " { __typename }" : "")} }}"));

    private static string Arguments(FieldDefinition field) => field.Name switch
    {
        "apiToken" or "node" => $"(id: \"{NoToken}\")",
        "nodes" => $"(ids: [\"{NoToken}\"])",
        "createAPIToken" => "(input: { name: \"x\" })",
        "verifyAPIToken" => "(input: { value: \"x\" })",
        "verifyAPITokens" => "(inputs: [])",
        "updateAPIToken" or "cancelAPITokenRotation" or "deleteAPIToken" => $"(input: {{ id: \"{NoToken}\" }})",
        _ => "",
    };
}
