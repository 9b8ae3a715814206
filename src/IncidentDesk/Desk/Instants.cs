using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentDesk;

/// <summary>Reading and writing of instants as RFC 3339 text with an offset.</summary>
public static partial class Instants
{
    public const string Wanted =
        "Write the time with its offset, for example 2026-06-12T03:10:00Z or 2026-06-12T05:10:00+02:00, or give a timeZone as well.";

    /// <summary>Zero of Unix, of Go and of .NET lie at or before it: programs send them where they know no time.</summary>
    static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch, Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        instant = default;
        return HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    /// <summary>Why nothing that the desk records can have been, or be due, at this time; null when it can.</summary>
    public static string? Implausible(DateTimeOffset instant) =>
        instant <= Earliest ? "This time lies before 1970. If it is not known, leave the field out."
        : instant >= Latest ? "This time lies after 2199. Check the year; if there is no such time, leave the field out." : null;

    /// <summary>Why a text that <see cref="TryRead"/> does not read is no instant: what is wrong with it, not all that could be.</summary>
    public static string Problem(string text) => NoSuchTime(text) ?? Wanted;

    /// <summary>What no clock shows, in a text that is written as a date and time; null where that is not what is wrong.</summary>
    public static string? NoSuchTime(string text)
    {
        if (Parts().Match(text) is not { Success: true } parts) return null;
        int Part(string name) => int.Parse(parts.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var (year, month) = (Part("year"), Part("month"));
        if (year == 0 || month is 0 or > 12) return $"There is no month {text[..7]}. Check the date.";
        if (Part("day") is var day && (day == 0 || day > DateTime.DaysInMonth(year, month)))
            return $"There is no day {text[..10]}. Check the date.";
        if (Part("hour") > 23) return "A day ends at 23:59:59. For midnight, write 00:00 of the day that begins.";
        if (Part("minute") > 59) return "An hour has the minutes 00 to 59.";
        if (parts.Groups["second"].Success && Part("second") > 59) return "Leap seconds cannot be recorded. Write the seconds 00 to 59.";
        return parts.Groups["offset"].Success ? "The offset is wrong: it lies between -14:00 and +14:00 and is written as +02:00." : null;
    }

    public static string Write(DateTimeOffset instant) =>
        instant.ToString(
            instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
            CultureInfo.InvariantCulture);

    /// <summary>The instant for a sentence, in UTC and to the minute: <c>12 Jun 2026, 03:10 UTC</c>.</summary>
    public static string Say(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<year>[0-9]{4})-(?<month>[0-9][0-9])-(?<day>[0-9][0-9])[Tt ](?<hour>[0-9][0-9]):(?<minute>[0-9][0-9])"
        + @"(:(?<second>[0-9][0-9])([.,][0-9]+)?)?(?<offset>[Zz]|[+-][0-9][0-9]:?[0-9][0-9])?\z")]
    private static partial Regex Parts();

    /// <summary>Whether the text is a date and time that ends in Z or in ±hh:mm.</summary>
    static bool HasOffset(string text)
    {
        if (text.Length < 17 || text[10] is not ('T' or 't' or ' ')) return false;
        return text[^1] is 'Z' or 'z' || (text[^6] is '+' or '-' && text[^3] == ':');
    }
}
