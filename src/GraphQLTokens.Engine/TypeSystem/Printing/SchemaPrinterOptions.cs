namespace GraphQLTokens.Engine.TypeSystem.Printing;

/// <summary>How much of a schema is printed.</summary>
public sealed record SchemaPrinterOptions
{
    public static SchemaPrinterOptions Default { get; } = new();

    /// <summary>
    /// Whether every directive stands where the schema uses it, as written there and in that order. Otherwise only what introspection can see is
    /// printed, as other implementations print it: <c>@deprecated</c>, <c>@specifiedBy</c> and <c>@oneOf</c>.
    /// </summary>
    public bool IncludeAppliedDirectives { get; init; }
}
