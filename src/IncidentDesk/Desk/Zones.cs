using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace IncidentDesk;

/// <summary>Local times and IANA zones: what somebody's clock on the wall showed, and when that was.</summary>
public static class Zones
{
    static readonly LocalDateTimePattern[] Patterns =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
    ];

    public static bool Knows(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    /// <summary>All zones one may choose, in alphabetical order.</summary>
    public static IEnumerable<string> All =>
        DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The instant at which a wall clock in the zone showed this time, or the reason why that cannot be told.</summary>
    public static (DateTimeOffset? Instant, string? Problem) Resolve(string local, string zone)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } known)
            return (null, $"'{zone}' is not a time zone. Use an IANA name such as Europe/Berlin or America/New_York.");
        if (Patterns.Select(p => p.Parse(local)).FirstOrDefault(r => r.Success) is not { } parsed)
            return (null, Instants.NoSuchTime(local) ?? "Write date and time as 2026-06-12T05:10.");
        var mapping = known.MapLocal(parsed.Value);
        return mapping.Count switch
        {
            1 => (mapping.Single().ToDateTimeOffset(), null),
            0 => (null, $"This time does not exist in {zone}, because the clocks were set forward. Check it, or write it with its offset."),
            _ => (null, $"This time occurs twice in {zone}, because the clocks were set back. Write it with its offset, "
                + $"for example {mapping.First().ToString("uuuu-MM-dd'T'HH:mmo<+HH:mm>", CultureInfo.InvariantCulture)}."),
        };
    }

    /// <summary>The instant on a wall clock of the zone, with the zone's abbreviation at that time.</summary>
    public static (DateTime Local, string Abbreviation) On(DateTimeOffset instant, string zone)
    {
        var there = Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc);
        var name = there.GetZoneInterval().Name;
        return (there.LocalDateTime.ToDateTimeUnspecified(), char.IsLetter(name[0]) ? name : $"UTC{name}");
    }

    /// <summary>For example <c>12 Jun 2026, 05:10 CEST · 03:10 UTC</c>; the date stands twice where it differs.</summary>
    public static string Show(DateTimeOffset instant, string zone)
    {
        var (local, abbreviation) = On(instant, zone);
        var utc = instant.UtcDateTime;
        var shown = string.Create(CultureInfo.InvariantCulture, $"{local:d MMM yyyy, HH:mm} {abbreviation}");
        if (abbreviation == "UTC") return shown;
        return local.Date == utc.Date
            ? string.Create(CultureInfo.InvariantCulture, $"{shown} · {utc:HH:mm} UTC")
            : string.Create(CultureInfo.InvariantCulture, $"{shown} · {utc:d MMM, HH:mm} UTC");
    }
}
