namespace GraphQLTokens.Bench.Servers;

/// <summary>
/// Tells whoever started the server how much it has allocated, on the side of the requests: a line in on standard input, a line
/// <c>allocated (bytes)</c> out on standard output. The end of the input ends the server, so none outlives the comparison that started it.
/// </summary>
internal static class AllocationProbe
{
    public static void Start() => new Thread(Answer) { IsBackground = true, Name = "allocation probe" }.Start();

    private static void Answer()
    {
        while (Console.In.ReadLine() is not null)
        {
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            Console.Out.WriteLine($"allocated {bytes}");
        }

        Environment.Exit(0);
    }
}
