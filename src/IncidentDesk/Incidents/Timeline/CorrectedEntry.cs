using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>What an entry says and when it happened, with all corrections so far.</summary>
/// <param name="Text">Null when the entry has no text of its own.</param>
internal sealed record CorrectedEntry(Entry Entry, string? Text, DateTimeOffset HappenedAt, bool Redacted)
{
    public static CorrectedEntry Of(Recorded original, IEnumerable<Recorded> corrections) => corrections.Aggregate(
        new CorrectedEntry(original.Entry, (original.Event as IWritten)?.Text, original.At, original.Entry.RedactedBy is not null),
        (said, correction) => said.With((EntryCorrected)correction.Event, correction.Entry.RedactedBy is not null));

    /// <summary>The decision: a correction that points at the entry and is as privileged as that.</summary>
    public Outcome<Fact> Correct(string? text, DateTimeOffset? happenedAt, string reason)
    {
        if (text is not null && Text is null) return new NoTextOfItsOwn(Entry.Position);
        if (text is not null && Redacted) return new WasRedacted(Entry.Position);
        var (newText, newTime) = (text == Text ? null : text, happenedAt == HappenedAt ? null : happenedAt);
        if (newText is null && newTime is null) return new NothingToCorrect(Entry.Position);
        return new Fact(new EntryCorrected(Entry.Position, newText, newTime, reason))
        {
            Privileged = Entry.Privileged, Supersedes = Entry.Position
        };
    }

    CorrectedEntry With(EntryCorrected e, bool redacted) =>
        this with { Text = e.Text ?? Text, HappenedAt = e.HappenedAt ?? HappenedAt, Redacted = Redacted
            || (e.Text is not null && redacted) };
}

/// <summary>The timeline has no such position, or none for this caller.</summary>
public sealed record NoSuchEntry(int Incident, int Position)
    : Refusal.Rule($"Nothing was saved. The timeline of {Incidents.Incident.NameOf(Incident)} has "
        + $"no entry {Position} that you can read. Look up the number shown with the entry.");

/// <summary>Text and time are what was asked for already.</summary>
public sealed record NothingToCorrect(int Position)
    : Refusal.Rule($"Nothing was saved. Entry {Position} already says exactly that. Change the text or the time.");

/// <summary>The desk wrote the words of this entry from what was done.</summary>
public sealed record NoTextOfItsOwn(int Position)
    : Refusal.Rule($"Nothing was saved. Entry {Position} records an action, so only its "
        + "time can be corrected. To change the action, repeat it correctly.");

/// <summary>A new text would bring the removed words back.</summary>
public sealed record WasRedacted(int Position)
    : Refusal.Rule($"Nothing was saved. Entry {Position} was redacted, so its text can no longer be corrected. "
        + "Write a new update that refers to it; its time can still be corrected.");
