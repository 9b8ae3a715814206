using System.Globalization;

namespace IncidentDesk;

/// <summary>Reading and writing of instants as RFC 3339 text with an offset.</summary>
public static class Instants
{
    public const string Wanted =
        "Write the time with its offset, for example 2026-06-12T03:10:00Z or 2026-06-12T05:10:00+02:00, or give a timeZone as well.";

    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        instant = default;
        return HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    public static string Write(DateTimeOffset instant) =>
        instant.ToString(
            instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
            CultureInfo.InvariantCulture);

    /// <summary>The instant for a sentence, in UTC and to the minute: <c>12 Jun 2026, 03:10 UTC</c>.</summary>
    public static string Say(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Whether the text is a date and time that ends in Z or in ±hh:mm.</summary>
    static bool HasOffset(string text)
    {
        if (text.Length < 17 || text[10] is not ('T' or 't' or ' ')) return false;
        return text[^1] is 'Z' or 'z' || (text[^6] is '+' or '-' && text[^3] == ':');
    }
}
