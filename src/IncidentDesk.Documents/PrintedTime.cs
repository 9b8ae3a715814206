using NodaTime;
using NodaTime.Text;

namespace IncidentDesk.Documents;

/// <summary>Instants as people read them: local time of one IANA zone first, UTC beside it.</summary>
internal sealed class PrintedTime(string ianaZone)
{
    const string Day = "d MMM uuuu";

    // An unknown zone prints UTC alone: a wrong local time would be worse than none.
    readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(ianaZone) ?? DateTimeZone.Utc;

    /// <summary><c>12 Jun 2026, 05:10 CEST · 03:10 UTC</c>; both dates when they differ, UTC alone in a UTC zone.</summary>
    public string ToMinute(DateTimeOffset at) => Joined(at, "HH:mm");

    /// <summary>As <see cref="ToMinute"/>, with seconds.</summary>
    public string ToSecond(DateTimeOffset at) => Joined(at, "HH:mm:ss");

    /// <summary>The local and the UTC part, to the minute; the second is empty in a UTC zone.</summary>
    public (string Local, string Utc) Parts(DateTimeOffset at, string clock = "HH:mm")
    {
        var instant = Instant.FromDateTimeOffset(at);
        var local = instant.InZone(_zone);
        var utc = instant.InUtc();
        var name = Name(instant);
        var first = $"{Print(local, $"{Day}, {clock}")} {name}";
        if (name == "UTC") return (first, "");
        return (first, $"{Print(utc, local.Date == utc.Date ? clock : $"{Day}, {clock}")} UTC");
    }

    string Joined(DateTimeOffset at, string clock)
    {
        var (local, utc) = Parts(at, clock);
        return utc.Length == 0 ? local : $"{local} · {utc}";
    }

    // Zones without an abbreviation are called by their offset in the tz database, for example "+03".
    string Name(Instant at) => _zone.GetZoneInterval(at).Name is var name && name[0] is '+' or '-' ? "UTC" + name : name;

    static string Print(ZonedDateTime at, string pattern) =>
        LocalDateTimePattern.CreateWithInvariantCulture(pattern).Format(at.LocalDateTime);
}
