namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Looks for token values, and for any part of one long enough to be no accident, in text that must hold none.</summary>
internal static class SecretWatch
{
    // The tail is 43 secret digits and 6 of the checksum; what is before it is an id, and no secret. Four digits of the secret are shown on purpose.
    private const int TailLength = 49;
    private const int PartLength = 6;

    public static void AssertAbsent(string text, params IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            var tail = value[^TailLength..];
            for (var start = 0; start + PartLength <= TailLength; start++)
                Assert.False(text.Contains(tail.AsSpan(start, PartLength), StringComparison.Ordinal), $"Digits {start} to {start + PartLength} of a secret are in the text.");
        }
    }
}
