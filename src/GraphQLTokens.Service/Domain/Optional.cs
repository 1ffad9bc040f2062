namespace GraphQLTokens.Service.Domain;

/// <summary>A field of an update: left out (keeps what is there), or given, where null may be what is given.</summary>
internal readonly record struct Optional<T>
{
    public Optional(T? value)
    {
        IsSet = true;
        Value = value;
    }

    public bool IsSet { get; }

    public T? Value { get; }

    public static implicit operator Optional<T>(T? value) => new(value);
}
