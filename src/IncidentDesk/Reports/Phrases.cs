using IncidentDesk.Incidents;

namespace IncidentDesk.Reports;

/// <summary>Pieces of sentences that recur in reports.</summary>
internal static class Phrases
{
    public static string Capital(this string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Ends in a full stop, whatever somebody typed.</summary>
    public static string Closed(this string text) => text.TrimEnd() is var t && t.Length > 0 && t[^1] is '.' or '!' or '?' ? t : t + ".";

    /// <summary>The two largest units that are not nothing: <c>3 days 4 h</c>, <c>2 h 10 min</c>, <c>5 min</c>.</summary>
    public static string Lapse(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { Days: > 0 } => span.Hours > 0 ? $"{span.Days.Of("day")} {span.Hours} h" : span.Days.Of("day"),
        { Hours: > 0 } => span.Minutes > 0 ? $"{span.Hours} h {span.Minutes} min" : $"{span.Hours} h",
        _ => $"{span.Minutes} min",
    };

    /// <summary><c>INC-3, INC-4</c>.</summary>
    public static string Numbers(IEnumerable<int> incidents) => string.Join(", ", incidents.Order().Select(Incident.NameOf));
}
