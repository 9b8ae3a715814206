using System.Globalization;

namespace IncidentDesk.Record;

/// <summary>Names of streams. An entry changes only rows of its own stream, so streams can be rebuilt one by one in any order.</summary>
public static class Streams
{
    public const string People = "desk/people";
    /// <summary>Requests for emergency access; apart from the incidents, because whoever asks may not know of them.</summary>
    public const string Access = "desk/access";
    public const string Catalogue = "desk/catalogue";

    public static string Incident(int number) => string.Create(CultureInfo.InvariantCulture, $"incident/{number}");

    /// <summary>A pause without an incident has a stream of its own; with one, it is part of the incident's.</summary>
    public static string Pause(string key, int? incident) => incident is { } number ? Incident(number) : $"pause/{key}";

    const string ReviewsOf = "desk/reviews/";

    /// <summary>The register of reviews has a stream for each subject; it belongs to no incident.</summary>
    public static string Reviews(string subject) => ReviewsOf + subject;

    /// <summary>The subject of a stream of the register.</summary>
    public static string? SubjectOf(string stream) =>
        stream.StartsWith(ReviewsOf, StringComparison.Ordinal) ? stream[ReviewsOf.Length..] : null;

    public static bool IsDeskWide(string stream) => stream.StartsWith("desk/", StringComparison.Ordinal);

    public static int? IncidentOf(string stream) =>
        stream.StartsWith("incident/", StringComparison.Ordinal) ? int.Parse(stream.AsSpan(9), CultureInfo.InvariantCulture) : null;

    /// <summary>The key of a pause that stands by itself.</summary>
    public static string? PauseOf(string stream) => stream.StartsWith("pause/", StringComparison.Ordinal) ? stream[6..] : null;
}
