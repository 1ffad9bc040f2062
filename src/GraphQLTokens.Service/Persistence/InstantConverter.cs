using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GraphQLTokens.Service.Persistence;

/// <summary>Instants as Unix milliseconds: SQLite can neither order nor compare a DateTimeOffset, and PostgreSQL cuts its own to microseconds.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
