#pragma warning disable CA1812, CA1823, CA1822, CA1064, CA1032, CA1018, CA1052, CS0169, IDE0051, IDE0060, CA1801, CA1813

namespace GraphQLTokens.Engine.Tests.Architecture;

// One type for each way in which one type can name another; AssemblyReaderTests looks for all of them.
internal class Goal
{
    public static int Count => 1;
}

internal interface IGoal;

internal sealed class GoalAttribute : Attribute;

internal sealed class GoalException : Exception;

internal sealed class InBaseType : Goal;

internal sealed class InInterface : IGoal;

internal sealed class InField
{
    private readonly Goal? _goal;
}

internal sealed class InParameter
{
    public void Take(Goal goal)
    {
    }
}

internal sealed class InArray
{
    public Goal[][]? Goals { get; set; }
}

internal sealed class InGenericArgument
{
    public Dictionary<string, List<Goal>>? Goals { get; set; }
}

internal sealed class InConstraint
{
    public void Take<T>()
        where T : Goal
    {
    }
}

[Goal]
internal sealed class InAttribute;

internal sealed class InStaticCall
{
    public object Take() => Goal.Count;
}

internal sealed class InLambda
{
    public Func<object> Take(int number) => () => number + Goal.Count;
}

internal sealed class InAsyncBody
{
    public async Task<object> Take()
    {
        await Task.Yield();
        return new Goal();
    }
}

internal sealed class InTypeOf
{
    public string Take() => typeof(Goal).Name;
}

internal sealed class InCatch
{
    public void Take(Action action)
    {
        try
        {
            action();
        }
        catch (GoalException)
        {
        }
    }
}

internal sealed class InNothing
{
    public string Take() => nameof(Goal);
}
