using IncidentDesk.Incidents;
using IncidentDesk.Overview.Board;
using IncidentDesk.Pauses;
using IncidentDesk.Reviews;

namespace IncidentDesk.Overview.Status;

/// <summary>
/// What somebody who leads wants to know without asking, as of <see cref="At"/> (UTC). Private incidents only for
/// their participants; nothing privileged.
/// </summary>
/// <param name="At">The moment it describes.</param>
/// <param name="Open">What is open, the worst severity first; levels without an incident are left out.</param>
/// <param name="Paused">What is paused, the review that is due first at the top.</param>
/// <param name="Overdue">What should have happened by now, the longest overdue first.</param>
/// <param name="Changed">What was recorded in the last 24 hours, the incident that changed last first.</param>
/// <param name="Contradictions">Which times of open incidents cannot all be true.</param>
public sealed record StatusView(
    DateTimeOffset At, IReadOnlyList<OpenAt> Open, IReadOnlyList<Pause> Paused, IReadOnlyList<OverdueItem> Overdue,
    IReadOnlyList<Changes> Changed, IReadOnlyList<Contradicting> Contradictions)
{
    /// <summary>How the reviews stand that are required of what is in the register.</summary>
    public ReviewsInShort? Reviews { get; init; }
}

public sealed record OpenAt(Severity Severity, IReadOnlyList<BoardRow> Incidents);

/// <summary>Something that is late.</summary>
/// <param name="What">A sentence: what, and who was to do it.</param>
/// <param name="Due">When it should have happened, UTC.</param>
/// <param name="Incident">Number of the incident it belongs to, if any.</param>
public sealed record OverdueItem(string What, DateTimeOffset Due, int? Incident);

/// <summary>What happened to one incident, or to a pause that belongs to none.</summary>
/// <param name="Incident">Its number; null for a pause that stands by itself.</param>
/// <param name="Title">Title of the incident, or the key of the pause.</param>
/// <param name="Lines">The telling entries, newest first.</param>
public sealed record Changes(int? Incident, string Title, IReadOnlyList<ChangeLine> Lines);

/// <param name="Position">Position of the entry in its stream.</param>
/// <param name="HappenedAt">When it happened, UTC.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Sentence">What it says.</param>
public sealed record ChangeLine(int Position, DateTimeOffset HappenedAt, DateTimeOffset RecordedAt, string By, string Sentence);

/// <summary>An incident whose times contradict each other, and how.</summary>
public sealed record Contradicting(int Incident, string Title, IReadOnlyList<string> Sentences);
