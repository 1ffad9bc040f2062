namespace GraphQLTokens.Service.Domain;

/// <summary>Folds case before storing or comparing, here and not in the store: stores differ in which letters they fold.</summary>
internal static class CaseFolding
{
    public static string Fold(string text) => text.ToUpperInvariant();
}
