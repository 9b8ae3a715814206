using IncidentDesk.Door;

namespace IncidentDesk.Web.Incidents;

/// <summary>The time at which somebody wants to read an incident, from the address of the page.</summary>
internal static class LookingBack
{
    /// <param name="asKnownAt">An instant with its offset, or a local time where <paramref name="zone"/> says whose; empty: now.</param>
    /// <param name="zone">IANA name, as the form sends it beside the local time.</param>
    /// <param name="now">A time after this one is still to come.</param>
    public static (DateTimeOffset? Then, string? Problem) Read(string? asKnownAt, string? zone, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(asKnownAt)) return (null, null);
        if (!Instants.TryRead(asKnownAt, out var instant))
        {
            if (string.IsNullOrEmpty(zone)) return (null, "Write the time with its offset, for example 2026-06-12T03:10:00Z.");
            var (resolved, why) = Zones.Resolve(asKnownAt, zone);
            if (resolved is null) return (null, why);
            instant = resolved.Value;
        }
        var past = Instants.Past(instant, now);
        return past.Done ? (past.Value, null) : (null, ((Refusal.Invalid)past.Refusal).Fields.Values.First()[0]);
    }

    /// <summary>What an address ends with, so that whoever looks back goes on looking back; nothing for now.</summary>
    public static string Query(DateTimeOffset? then) => then is { } at ? "?asKnownAt=" + Uri.EscapeDataString(Instants.Write(at)) : "";
}
