using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>
/// Some people, the first of them the administrator, do at random what the service lets them, each with the values that they were given or got out of
/// it. After each step it is judged whether anybody got more than they had.
/// </summary>
internal sealed class RightsWalk(TestService service, int seed)
{
    private const int People = 6;
    private const int Crowd = 40;

    private readonly DateTimeOffset start = service.Clock.Now;
    private readonly RandomInput random = new(new Random(seed), service.Clock.Now);
    private readonly Dictionary<Guid, string>[] hands = [.. Enumerable.Range(0, People).Select(_ => new Dictionary<Guid, string>())];
    private readonly Dictionary<Guid, string> present = [];
    private readonly List<(int Person, Caller Caller)> late = [];
    private Guid rootToken;

    /// <summary>How often what was done by others than the administrator ended how: shows that a walk got somewhere.</summary>
    public Dictionary<string, int> Ends { get; } = [];

    public async Task RunAsync(int steps)
    {
        var root = await service.RootAsync();
        rootToken = root.TokenId;
        hands[0][rootToken] = present[rootToken] = (await File.ReadAllTextAsync(service.RootTokenFile)).Trim();
        var before = await ReadAsync();
        for (var step = 0; step < steps; step++)
        {
            if (random.Chance(3))
                service.Clock.Advance(TimeSpan.FromMinutes(40));
            var person = random.Chance(8) || before.Count < People ? 0 : random.Any([1, 2, 3, 4, 5]);
            if (await CallAsync(person, before) is not { } caller)
                continue;
            var done = await DoAsync(person, caller, before);
            var after = await ReadAsync();
            Judge(step, person, caller, done, before, after);
            before = after;
        }
    }

    /// <summary>Somebody presents a value from somewhere. Now and then the call is one that was let in a while ago, and is only now carried out.</summary>
    private async Task<Caller?> CallAsync(int person, Dictionary<Guid, ApiToken> tokens)
    {
        if (person == 0)
            return await service.RootAsync();
        if (random.Chance(6) && late.Where(one => one.Person == person).Select(one => one.Caller).ToList() is { Count: > 0 } callers)
            return random.Any(callers);
        if (hands[person].Count == 0)
            return null;

        var (id, value) = random.Any([.. hands[person]]);
        var known = tokens.GetValueOrDefault(id);
        var good = RightsSample.AddressSample.Where(address => known is not null && RightsSample.IsGood(known, address, service.Clock.Now)).ToList();
        var from = random.Any<IPAddress>(good.Count == 0 || random.Chance(4) ? RightsSample.AddressSample : good);
        var verdict = await service.JudgeAsync(value, from);
        var isGood = present[id] == value && good.Contains(from);
        Assert.True((verdict.Code is VerificationCode.Valid) == isGood, $"seed {seed}: {verdict.Code} from {from}, good: {isGood}");
        if (!isGood)
            return null;
        var caller = verdict.ToCaller(new CallOrigin(from, null, []));
        if (random.Chance(3))
            caller = await NarrowAsync(caller, from);
        if (random.Chance(4))
            late.Add((person, caller));
        return caller;
    }

    /// <summary>The same caller by an access token, or by one that was issued from one; unless what it asked for is refused.</summary>
    private async Task<Caller> NarrowAsync(Caller caller, IPAddress from)
    {
        do
        {
            var outcome = await service.Get<CreateAccessToken>().RunAsync(caller, random.ToNarrow(), default);
            Ends[$"narrow {outcome.Status}"] = Ends.GetValueOrDefault($"narrow {outcome.Status}") + 1;
            if (outcome.Jwt is null)
                return caller;
            var verdict = await service.JudgeAsync(outcome.Jwt, from);
            Assert.Equal(VerificationCode.Valid, verdict.Code);
            Assert.True(verdict.Permissions.IsSubsetOf(caller.Permissions) && verdict.EndsAt <= (caller.AccessToken?.EndsAt ?? caller.EndsAt), $"seed {seed}: an access token has grown");
            caller = verdict.ToCaller(caller.Origin);
        }
        while (random.Chance(4));
        return caller;
    }

    private async Task<Done> DoAsync(int person, Caller caller, Dictionary<Guid, ApiToken> tokens)
    {
        if (person == 0 && tokens.Count > Crowd)
            return await DeleteAsync(caller, random.Any([.. tokens.Keys.Where(id => id != rootToken)]));
        if (random.Chance(person == 0 ? 2 : 4))
            return await CreateAsync(caller, person == 0 ? random.ToGive() : random.ToCreate());
        var target = random.Any([.. tokens.Keys, caller.TokenId]);
        if (caller.AccessToken is not null && random.Chance(6))
            return await RotateAsync(caller, caller.TokenId);
        if (person == 0 && target == rootToken)
            return await CreateAsync(caller, random.ToGive());
        return random.Any(["update", "update", "update", "rotate", "rotate", "delete"]) switch
        {
            // The administrator would be gone, and the walk over.
            "update" when target != rootToken => await UpdateAsync(caller, target),
            "delete" when target != rootToken && random.Chance(3) => await DeleteAsync(caller, target),
            _ => await RotateAsync(caller, target),
        };
    }

    private async Task<Done> CreateAsync(Caller caller, CreateTokenInput input)
    {
        var outcome = await service.Get<CreateToken>().RunAsync(caller, input, default);
        return new Done($"create {outcome.Status}", outcome.Token?.Id, outcome.Token is null ? null : outcome.Value.Reveal());
    }

    private async Task<Done> UpdateAsync(Caller caller, Guid target)
    {
        var outcome = await service.Get<UpdateToken>().RunAsync(caller, random.ToUpdate(target.ToString()), default);
        return new Done($"update {outcome.Status}", outcome.Token?.Id, null);
    }

    private async Task<Done> RotateAsync(Caller caller, Guid target)
    {
        var outcome = await service.Get<RotateToken>().RunAsync(caller, new RotateTokenInput(target.ToString()), default);
        return new Done($"rotate {outcome.Status}", outcome.Token?.Id, outcome.Token is null ? null : outcome.Value.Reveal());
    }

    private async Task<Done> DeleteAsync(Caller caller, Guid target)
    {
        var outcome = await service.Get<DeleteToken>().RunAsync(caller, new DeleteTokenInput(target.ToString()), default);
        return new Done($"delete {outcome.Status}", outcome.Status is DeleteTokenStatus.Done ? outcome.Id : null, null);
    }

    private void Judge(int step, int person, Caller caller, Done done, Dictionary<Guid, ApiToken> before, Dictionary<Guid, ApiToken> after)
    {
        var what = $"seed {seed}, step {step}: person {person} by token {caller.TokenId}: {done.What} {done.TokenId}";
        Assert.True(done.TokenId != rootToken, what);
        if (person != 0)
            Ends[done.What] = Ends.GetValueOrDefault(done.What) + 1;

        Assert.False(caller.AccessToken is not null && done.TokenId == caller.TokenId && done.Value is not null, $"{what}, its own, by an access token");
        var had = before.GetValueOrDefault(caller.TokenId) is { } own ? Rights(own) : default;
        if (caller.AccessToken is not null)
            had = had with { Permissions = had.Permissions & RightsSample.BitsOf(caller.Permissions) };
        foreach (var token in after.Values)
        {
            var was = before.GetValueOrDefault(token.Id);
            Assert.True(done.TokenId == token.Id || (was is not null && Rights(was) == Rights(token)), $"{what} changed token {token.Id} besides");
            Assert.True(RightsSample.Cover([was is null ? default : Rights(was), had], Rights(token)), $"{what} granted more than the calling token has");
        }
        if (done is not { TokenId: { } id, Value: { } value })
            return;

        var mine = hands[person].Where(one => present[one.Key] == one.Value && before.ContainsKey(one.Key)).Select(one => Rights(before[one.Key]));
        Assert.True(RightsSample.Cover(mine, Rights(after[id])), $"{what} gave away a value that may do more than all that the person had");
        present[id] = value;
        hands[person == 0 ? random.Any([1, 2, 3, 4, 5]) : person][id] = value;
    }

    private RightsSample Rights(ApiToken token) => RightsSample.Of(token, start, service.Clock.Now);

    private async Task<Dictionary<Guid, ApiToken>> ReadAsync()
    {
        await using var db = await service.OpenAsync();
        // By name, which is numbered: ids differ from run to run, and a seed must lead the same way each time.
        return await db.Tokens.AsNoTracking().Where(token => token.DeletedAt == null).OrderBy(token => token.NameKey).ToDictionaryAsync(token => token.Id);
    }

    /// <param name="TokenId">The token that was made or changed; null when nothing was.</param>
    private sealed record Done(string What, Guid? TokenId, string? Value);
}
