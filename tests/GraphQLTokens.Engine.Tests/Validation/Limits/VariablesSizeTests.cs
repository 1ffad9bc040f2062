using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;

namespace GraphQLTokens.Engine.Tests.Validation.Limits;

public sealed class VariablesSizeTests
{
    [Fact]
    public void Variables_are_at_most_as_long_as_allowed_in_bytes_as_sent()
    {
        var executor = new LimitedExecutor(new ExecutionOptions { MaxVariablesBytes = 15 });

        executor.Accepts("{ __typename }", "{ \"a\": \"éé\" }");
        executor.Refuses(ErrorCodes.VariablesSizeLimitExceeded, 15, 16, "{ __typename }", "{ \"a\": \"éé\"  }");
    }

    [Fact]
    public void No_variables_are_never_too_long() =>
        Assert.True(new LimitedExecutor(new ExecutionOptions { MaxVariablesBytes = 0 }).Execute(new GraphQLRequest { Document = "{ __typename }" }).TryGetProperty("data", out _));
}
