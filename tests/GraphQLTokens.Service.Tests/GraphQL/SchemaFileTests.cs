using GraphQLTokens.Engine;
using GraphQLTokens.Engine.TypeSystem.Printing;
using GraphQLTokens.Service.GraphQL;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.GraphQL;

/// <summary>
/// schema.graphql is the contract: what the running service serves is that file, byte for byte. With <c>UPDATE_SCHEMA=1</c> in the environment the
/// file is first brought into the printer's form; what it says stays.
/// </summary>
public sealed class SchemaFileTests : IAsyncLifetime
{
    private const string File = "schema.graphql";
    private static readonly SchemaPrinterOptions WithDirectives = new() { IncludeAppliedDirectives = true };
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public void The_file_stands_in_the_printer_s_form()
    {
        var printed = SchemaPrinter.Print(SchemaLoader.Load(Repository.Read(File)), WithDirectives) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
            System.IO.File.WriteAllText(Repository.PathOf(File), printed);
        AssertSameLines(printed, Repository.Read(File));
    }

    [Fact]
    public void The_running_service_serves_the_file()
    {
        var schema = service.Services.GetRequiredService<RequestExecutor>().Schema;
        AssertSameLines(Repository.Read(File), SchemaPrinter.Print(schema, WithDirectives) + "\n");
        Assert.Equal(Repository.Read(File), SchemaFile.Read().Text);
    }

    [Fact]
    public async Task Introspection_tells_the_file()
    {
        var answer = await service.Root.AskAsync(IntrospectionDocuments.Full);
        var told = new IntrospectedSchema(answer.Data.GetProperty("__schema")).ToSdl();
        var visible = SchemaPrinter.Print(SchemaLoader.Load(Repository.Read(File)));
        AssertSameLines(Sorted(visible), Sorted(told));
    }

    private static string Sorted(string sdl) => SchemaPrinter.Print(SchemaSorter.Sort(SchemaLoader.Load(sdl)));

    /// <summary>Shows the first line that differs, not two walls of text.</summary>
    private static void AssertSameLines(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            Assert.True(left[i] == right[i], $"line {i + 1}:\n  expected  {left[i]}\n  is        {right[i]}");
        Assert.Equal(expected, actual);
    }
}
