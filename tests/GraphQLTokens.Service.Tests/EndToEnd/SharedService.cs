namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>One running service for the tests of a class: for tests that do not mind what others leave behind.</summary>
public sealed class SharedService : IAsyncLifetime
{
    internal ServiceApplication Service { get; private set; } = null!;

    internal ServiceCaller Root => Service.Root;

    public async Task InitializeAsync() => Service = await ServiceApplication.StartAsync();

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
