using System.Collections.Immutable;

namespace IncidentDesk.Incidents.Playbooks;

/// <summary>What experience says to do in a kind of incident: tasks, and a text for the person on duty.</summary>
/// <param name="Id">The file name without <c>.md</c>.</param>
/// <param name="Priority">Among several that match, the highest is taken.</param>
/// <param name="Body">Markdown.</param>
public sealed record Playbook(
    string Id, string Name, string Summary, PlaybookMatch Matches, int Priority, ImmutableArray<PlaybookTask> Tasks, string Body);

/// <param name="Id">A slug, unique in its file; recorded entries point at it.</param>
/// <param name="Due">Counted from the declaration, in elapsed time.</param>
/// <param name="Detail">Markdown.</param>
public sealed record PlaybookTask(string Id, string Title, TaskRole Role, TimeSpan Due, string? Detail);

/// <summary>Who does it: one of the incident's roles, or any responder.</summary>
public enum TaskRole { Commander, Deputy, Scribe, Comms, Legal, Privacy, Executive, Responder }

/// <summary>For which incidents a playbook is meant; an empty list asks for nothing.</summary>
public sealed record PlaybookMatch(ImmutableArray<IncidentKind> Kinds, ImmutableArray<Severity> Severities, ImmutableArray<string> Words)
{
    public bool Fits(IncidentKind kind, Severity severity, string title, string? summary) =>
        (Kinds.IsEmpty || Kinds.Contains(kind)) && (Severities.IsEmpty || Severities.Contains(severity))
        && (Words.IsEmpty || Words.Any(w => Says(title, w) || Says(summary ?? "", w)));

    /// <summary>Whole words only: "leak" is not in "bleak".</summary>
    static bool Says(string text, string word)
    {
        for (var at = Find(text, word, 0); at >= 0; at = Find(text, word, at + 1))
            if (IsEdge(text, at - 1) && IsEdge(text, at + word.Length)) return true;
        return false;
    }

    static int Find(string text, string word, int from) => text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);

    static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !(char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
