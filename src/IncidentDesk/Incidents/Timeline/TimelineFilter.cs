using System.Globalization;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>In which order a timeline is read: as it was written down, or as it happened.</summary>
public enum TimelineOrder { Recorded, Happened }

/// <summary>Which part of a timeline is wanted.</summary>
public sealed record TimelineFilter
{
    public const int MostRows = 500;

    /// <summary>Where the page before ended: its <see cref="TimelinePage.Next"/>.</summary>
    public string? After { get; init; }

    /// <summary>1 to 500.</summary>
    public int Limit { get; init; } = 50;
    public TimelineOrder Order { get; init; }
    public bool NewestFirst { get; init; }

    /// <summary>Stored names of events, with or without their version: <c>update-posted</c>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Words that the entry has to hold, in any case of letters.</summary>
    public string? Text { get; init; }

    /// <summary>Whether rows carry the event as it was recorded, as JSON.</summary>
    public bool Payload { get; init; }

    internal Outcome<Cursor> Start()
    {
        if (Limit is < 1 or > MostRows) return Refusal.Invalid.Field("limit", "Ask for 1 to 500 entries at a time.");
        if (Kinds.FirstOrDefault(k => !Means(k).Any()) is { } unknown)
            return Refusal.Invalid.Field("kind",
                $"There is no kind of entry “{unknown}”. Choose one of: {string.Join(", ", KnownKinds)}.");
        if (Cursor.Read(After, this) is not { } cursor)
            return Refusal.Invalid.Field("after", "This is not a cursor of this list. Leave it out to start from the beginning.");
        return cursor;
    }

    /// <summary>The kinds as they are stored, all versions of each.</summary>
    internal IReadOnlyList<string> StoredKinds() =>
        [.. Kinds.SelectMany(Means).Distinct()];

    static IEnumerable<string> Means(string kind) =>
        EventNames.All.Where(name => name == kind || name.StartsWith(kind + ".", StringComparison.Ordinal));

    /// <summary>Without their versions, by name.</summary>
    static IEnumerable<string> KnownKinds =>
        EventNames.All.Select(name => name[..name.LastIndexOf('.')]).Distinct().Order(StringComparer.Ordinal);
}

/// <summary>The last row of a page: its position and, in the order of happening, its time in UTC ticks.</summary>
internal sealed record Cursor(int Position, DateTimeOffset HappenedAt)
{
    public string Write(TimelineOrder order) => order == TimelineOrder.Recorded
        ? Position.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{HappenedAt.UtcTicks}-{Position}");

    public static Cursor? Read(string? text, TimelineFilter filter)
    {
        if (string.IsNullOrEmpty(text))
            return filter.NewestFirst ? new(int.MaxValue, DateTimeOffset.MaxValue) : new(0, DateTimeOffset.MinValue);
        var parts = text.Split('-');
        if (parts.Length != (filter.Order == TimelineOrder.Recorded ? 1 : 2)) return null;
        if (!int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return null;
        if (parts.Length == 1) return new(position, default);
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new(position, new DateTimeOffset(ticks, TimeSpan.Zero)) : null;
    }
}
