using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentDesk.Record.Sql;

/// <summary>A part of a row that is only read together with it: one column of JSON instead of a table of its own.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, Json.Options), s => JsonSerializer.Deserialize<T>(s, Json.Options)!),
        // The values are immutable: another reference is another value, and there is nothing to copy.
        new ValueComparer<T>((a, b) => Equals(a, b), v => v == null ? 0 : v.GetHashCode(), v => v));
}
