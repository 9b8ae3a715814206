using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentDesk.Record.Sql;

/// <summary>Instants as UTC ticks (100 ns). SQLite cannot order offsets, and EF's own converter orders by local time.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
