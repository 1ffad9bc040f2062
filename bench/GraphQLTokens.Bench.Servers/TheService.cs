using System.Reflection;

namespace GraphQLTokens.Bench.Servers;

/// <summary>The real service, through its own entry point, with the probe beside it.</summary>
internal static class TheService
{
    public static int Run(string[] args) => (int)Assembly.Load("GraphQLTokens.Service").EntryPoint!.Invoke(null, [args])!;
}
