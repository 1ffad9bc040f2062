using System.Globalization;
using BenchmarkDotNet.Running;
using GraphQLTokens.Bench;
using GraphQLTokens.Bench.Comparison;

// compare (server program) (commit) (folder for the report)   whole servers against each other
// anything else                                                BenchmarkDotNet's own arguments, e.g. --filter '*Parser*'
if (args is ["compare", var servers, var commit, var folder])
{
    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    await new ServerComparison(servers, commit, folder).RunAsync();
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(BenchConfig).Assembly).Run(args, new BenchConfig());
return 0;
