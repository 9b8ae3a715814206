using System.Globalization;
using System.Text.RegularExpressions;
using IncidentDesk.Incidents;

namespace IncidentDesk.Overview.Board;

/// <summary>Which incidents a reader wants to see; an empty list leaves all in.</summary>
public sealed partial record BoardFilter
{
    public const int MostAtOnce = 500;

    /// <summary>Words that all occur in title or summary, or a number: <c>INC-42</c>, <c>inc42</c>, <c>42</c>.</summary>
    public string? Q { get; init; }
    public IReadOnlyList<IncidentStatus> Statuses { get; init; } = [];
    public IReadOnlyList<Severity> Severities { get; init; } = [];
    public IReadOnlyList<IncidentKind> Kinds { get; init; } = [];

    /// <summary>Only what had been recorded by then; null for now.</summary>
    public DateTimeOffset? AsKnownAt { get; init; }

    /// <summary><see cref="BoardPage.Next"/> of the page before; see <see cref="BoardCursor"/>.</summary>
    public string? After { get; init; }

    /// <summary>1 to 500; what lies outside is brought inside.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>At most eight: a longer question is no search any more, and each word costs a look at every text.</summary>
    internal string[] Words => [.. (Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8)];

    /// <summary>The number that a word may stand for; 0, which no incident has, when it is none.</summary>
    internal static int NumberIn(string word) =>
        NumberWord().Match(word) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:inc-?|#)?(\d{1,9})$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberWord();
}
