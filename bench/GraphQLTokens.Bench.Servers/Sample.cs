using System.Globalization;

namespace GraphQLTokens.Bench.Servers;

/// <summary>What the ideal server and the engine both answer from.</summary>
public static class Sample
{
    public static SampleViewer Viewer { get; } = new("0198c0de-7f0b-7c7e-8a52-3f5f9d1c2ab4", "nightly export", "198.51.100.7", true);

    /// <summary>50 objects of 8 fields.</summary>
    public static IReadOnlyList<SampleToken> Tokens { get; } = [.. Enumerable.Range(0, 50).Select(Create)];

    private static SampleToken Create(int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"0198c0de-7f0b-7c7e-8a52-3f5f9d1c{number:x4}"),
        string.Create(CultureInfo.InvariantCulture, $"Service account {number}"),
        string.Create(CultureInfo.InvariantCulture, $"gqt_067NVMmMbKyCdbFPmvtE{number:x2}_3mPq"),
        number % 10 == 9 ? SampleStatus.Inactive : SampleStatus.Active,
        "2026-01-31T12:00:00.000Z",
        number % 4 == 3 ? null : "198.51.100.7",
        number * 17,
        number % 2 == 0);
}

public sealed record SampleViewer(string Id, string Name, string Address, bool Active);

public sealed record SampleToken(
    string Id, string Name, string ValueStart, SampleStatus Status, string CreatedAt, string? LastUsedFrom, int Uses, bool Expires);

public enum SampleStatus
{
    Active,
    Inactive,
}
