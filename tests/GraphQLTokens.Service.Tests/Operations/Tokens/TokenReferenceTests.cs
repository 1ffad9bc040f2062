using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.Tests.Operations.Tokens;

public sealed class TokenReferenceTests
{
    [Theory]
    [InlineData(null, "self")]
    [InlineData("self", "self")]
    [InlineData("01979d6e-0000-7000-8000-000000000000", "01979d6e-0000-7000-8000-000000000000")]
    [InlineData("a text that is longer than any id can be", "a text that is longer than any id ca...")]
    [InlineData("gqt_067NVMmMbKyCdbFPmvtE2x_3mPqZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZk0aB1c2", "gqt_067NVMmMbKyCdbFPmvtE2x_3mPq***")]
    public void Shows_what_was_named_cut_and_without_a_secret(string? id, string shown) => Assert.Equal(shown, TokenReference.Shown(id));
}
