using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Engine.Tests.TypeSystem;

public sealed class NumberTextTests
{
    // What ECMAScript's String(number) gives.
    [Theory]
    [InlineData(-0.0, "0")]
    [InlineData(1.0, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(123.456, "123.456")]
    [InlineData(1e10, "10000000000")]
    [InlineData(123456789012345680000.0, "123456789012345680000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.0000001, "1e-7")]
    [InlineData(1.25e-9, "1.25e-9")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    public void Writes_numbers_as_ECMAScript_does(double number, string expected) => Assert.Equal(expected, NumberText.Of(number));
}
