using GraphQLTokens.Bench.Servers;

// One program with four faces, so that every server of the comparison runs on the same runtime with the same settings:
//   GraphQLTokens.Bench.Servers bare|ideal|engine|service --urls http://127.0.0.1:18700
AllocationProbe.Start();
var rest = args.Length == 0 ? [] : args[1..];
switch (args.FirstOrDefault())
{
    case "bare":
        await BareServer.RunAsync(rest);
        return 0;
    case "ideal":
        await IdealServer.RunAsync(rest);
        return 0;
    case "engine":
        await EngineServer.RunAsync(rest);
        return 0;
    case "service":
        return TheService.Run(rest);
    default:
        await Console.Error.WriteLineAsync("Name one of bare, ideal, engine, service.");
        return 2;
}
