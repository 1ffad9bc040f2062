namespace GraphQLTokens.Engine.Tests.Architecture;

/// <summary>The directions are only as good as the eyes that watch them: each way of naming a type is tried on this very assembly.</summary>
public sealed class AssemblyReaderTests
{
    private static readonly IReadOnlyCollection<TypeUse> Uses = AssemblyReader.Read(typeof(AssemblyReaderTests).Assembly.Location);

    [Theory]
    [InlineData(typeof(InBaseType))]
    [InlineData(typeof(InInterface))]
    [InlineData(typeof(InField))]
    [InlineData(typeof(InParameter))]
    [InlineData(typeof(InArray))]
    [InlineData(typeof(InGenericArgument))]
    [InlineData(typeof(InConstraint))]
    [InlineData(typeof(InAttribute))]
    [InlineData(typeof(InStaticCall))]
    [InlineData(typeof(InLambda))]
    [InlineData(typeof(InAsyncBody))]
    [InlineData(typeof(InTypeOf))]
    [InlineData(typeof(InCatch))]
    public void Sees_a_type_that_is_named(Type place) =>
        Assert.Contains(Uses, use => use.User == place.FullName && use.Used == typeof(Goal).Namespace + "." + GoalOf(place));

    [Fact]
    public void Sees_nothing_where_nothing_is_named() =>
        Assert.DoesNotContain(Uses, use => use.User == typeof(InNothing).FullName && use.Used.Contains("Goal", StringComparison.Ordinal));

    [Fact]
    public void Finds_a_breach_and_a_room_that_nobody_declared()
    {
        var rooms = new Rooms("P", new Dictionary<string, string[]> { ["Low"] = [], ["High"] = ["Low"] });
        TypeUse Use(string from, string to) => new(from + ".A", from, to + ".B", to, "P");
        Assert.Empty(rooms.Breaches([Use("P.High", "P.Low.Inner"), Use("P.Low", "P.Low.Inner"), Use("P.Low", "System")]));
        Assert.Equal(["P.Low.A names P.High.B"], rooms.Breaches([Use("P.Low", "P.High")]));
        Assert.Equal(["P.New.A names P.Low.B"], rooms.Breaches([Use("P.New", "P.Low")]));
        Assert.Equal(["P.Low.A names P.B"], rooms.Breaches([Use("P.Low", "P")]));
    }

    private static string GoalOf(Type place) => place == typeof(InInterface) ? nameof(IGoal)
        : place == typeof(InAttribute) ? nameof(GoalAttribute)
        : place == typeof(InCatch) ? nameof(GoalException)
        : nameof(Goal);
}
