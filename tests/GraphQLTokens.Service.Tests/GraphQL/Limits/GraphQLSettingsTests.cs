using GraphQLTokens.Service.GraphQL.Limits;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Tests.GraphQL.Limits;

public sealed class GraphQLSettingsTests
{
    [Theory]
    [InlineData("MaxDocumentCharacters", 99, 10_000_001)]
    [InlineData("MaxTokens", 49, 1_000_001)]
    [InlineData("MaxNesting", 9, 1_001)]
    [InlineData("MaxDepth", 4, 201)]
    [InlineData("MaxDirectives", 0, 101)]
    [InlineData("MaxRootFields", 0, 10_001)]
    [InlineData("MaxSelections", 9, 10_001)]
    [InlineData("MaxAliases", -1, 10_001)]
    [InlineData("MaxFragmentSpreads", -1, 10_001)]
    [InlineData("MaxIntrospectionDepth", -1, 11)]
    [InlineData("MaxValidationSteps", 999, 100_000_001)]
    [InlineData("MaxValidationErrors", 0, 1_001)]
    [InlineData("MaxPageSize", 0, 101)]
    [InlineData("MaxFieldCost", 0, 1_000_001)]
    [InlineData("MaxTypeCost", 0, 1_000_001)]
    [InlineData("MaxResponseBytes", 1_023, 1_073_741_825)]
    [InlineData("DocumentCacheBytes", 1_048_575, 4_294_967_297)]
    [InlineData("MaxVariablesBytes", 255, 104_857_601)]
    [InlineData("MaxVariablesDepth", 3, 201)]
    [InlineData("MaxConcurrentPerCaller", 0, 100_001)]
    [InlineData("Timeout", "00:00:00", "00:10:01")]
    public void GraphQL_settings_outside_of_their_range_are_refused_by_name(string key, object below, object above)
    {
        foreach (var value in new[] { below, above })
            AssertRefused(new GraphQLSettingsRules(), new GraphQLSettings(), $"GraphQL:{key}", value);
    }

    [Theory]
    [InlineData("MaxPerCaller", 0, 100_001)]
    [InlineData("MaxConnectionsPerCaller", 0, 100_001)]
    [InlineData("MaxOperationsPerConnection", 0, 10_001)]
    [InlineData("MaxInitBytes", 1_023, 1_048_577)]
    [InlineData("MaxHeldBytes", 65_535, 1_073_741_825)]
    [InlineData("MaxWaitingEvents", 0, 100_001)]
    [InlineData("HeartbeatInterval", "00:00:00.9", "00:10:01")]
    [InlineData("SendTimeout", "00:00:00.09", "00:05:01")]
    [InlineData("InitTimeout", "00:00:00.09", "00:01:01")]
    [InlineData("CloseTimeout", "00:00:00.09", "00:01:01")]
    public void Stream_settings_outside_of_their_range_are_refused_by_name(string key, object below, object above)
    {
        foreach (var value in new[] { below, above })
            AssertRefused(new StreamSettingsRules(), new StreamSettings(), $"Streams:{key}", value);
    }

    [Theory]
    [InlineData("GraphQL:MaxDepth", "1000")]
    [InlineData("GraphQL:Statuses", "Whatever")]
    [InlineData("GraphQL:Statuses", "7")]
    [InlineData("Streams:InitTimeout", "01:00:00")]
    [InlineData("GraphQL:MaxDepht", "10")]
    public async Task The_service_does_not_start_with_them(string key, string value)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => ServiceApplication.StartAsync(new() { [key] = value }));
        Assert.Contains(key.Split(':')[1], failure.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused<T>(IValidateOptions<T> rules, T settings, string key, object value)
        where T : class
    {
        Assert.True(rules.Validate(null, settings).Succeeded);
        new ConfigurationBuilder().AddInMemoryCollection([new(key, $"{value}")]).Build().GetSection(key.Split(':')[0]).Bind(settings);
        Assert.StartsWith($"{key} must lie between", Assert.Single(rules.Validate(null, settings).Failures!), StringComparison.Ordinal);
        typeof(T).GetProperty(key.Split(':')[1])!.SetValue(settings, typeof(T).GetProperty(key.Split(':')[1])!.GetValue(Activator.CreateInstance<T>()));
    }
}
