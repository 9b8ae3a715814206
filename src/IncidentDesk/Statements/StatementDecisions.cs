using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Statements.Events;

namespace IncidentDesk.Statements;

/// <summary>What may be done with a statement in the state it and its incident are in.</summary>
public sealed partial record Statement
{
    /// <param name="text">The new text.</param>
    /// <param name="note">What changed and why.</param>
    /// <param name="after">The version the writer had before them, if they said so.</param>
    internal Outcome<Fact> Revise(string text, string? note, int? after)
    {
        if (after is { } seen && seen != Latest.Number) return new RevisedMeanwhile(Id, seen, Latest.Number, Latest.By);
        return text == Latest.Text ? new SameText(Id, Latest.Number)
            : (Fact)new StatementRevised(Id, Audience, Latest.Number + 1, text, note);
    }

    /// <param name="kind">A drill notifies nobody; a backfill only writes down what went out before.</param>
    /// <param name="version">The version that was taken.</param>
    /// <param name="channel">Where it went out.</param>
    /// <param name="text">The exact text, where it is not that of the version.</param>
    /// <param name="at">When it went out, if that is not now.</param>
    internal Outcome<Fact> Publish(IncidentKind kind, int version, string channel, string? text, DateTimeOffset? at)
    {
        if (kind is IncidentKind.Drill) return new DrillNotifiesNobody(Id);
        if (kind is IncidentKind.Backfill && at is null) return new BackfillNeedsTime(Id);
        if (Version(version) is not { } taken) return new Refusal.NotFound($"version {version} of statement {Id}");
        // What went out went out, marks and all; only what is about to go out can still be finished.
        if (at is null && Marks.In(text ?? taken.Text) is > 0 and var marks) return new Unfinished(Id, version, marks);
        return new Fact(new StatementPublished(Id, Audience, version, channel,
            text ?? taken.Text, text is not null && text != taken.Text)) { HappenedAt = at };
    }

    /// <summary>Nothing would change.</summary>
    public sealed record SameText(string Id, int Version)
        : Refusal.Rule($"Nothing was saved. The text is the same as version {Version} of {Id}.");

    /// <summary>Two people wrote at once; the later one must see what the earlier one wrote.</summary>
    public sealed record RevisedMeanwhile(string Id, int Seen, int Latest, string By)
        : Refusal.Rule($"Nothing was saved. You worked on version {Seen} of {Id}; "
            + $"{By} has written version {Latest} since. Copy what you need from it, then save again.");

    /// <summary>No text of a drill leaves the desk.</summary>
    public sealed record DrillNotifiesNobody(string Id)
        : Refusal.Rule($"Nothing was saved. This is a drill, and a drill notifies nobody: {Id} is never published.");

    /// <summary>A backfill notifies nobody now; it records what went out then.</summary>
    public sealed record BackfillNeedsTime(string Id)
        : Refusal.Rule(
            $"Nothing was saved. This incident was recorded afterwards and notifies nobody. If {Id} was published at the time, say when.");

    /// <summary>The text still holds marks that the template left for a person.</summary>
    public sealed record Unfinished(string Id, int Version, int Marks)
        : Refusal.Rule($"Nothing was saved. Version {Version} of {Id} has {Marks} places marked [TO COMPLETE] or [CHECK]. "
            + "Complete them in a new version. If it was published like this, say when.");

    /// <summary>No template lies in the playbooks folder for this audience.</summary>
    public sealed record NoTemplate(string File)
        : Refusal.Rule($"Nothing was saved. There is no template {File} in the playbooks folder. "
            + "Write the text yourself, or ask an administrator for the template.");

    /// <summary>The template has an error.</summary>
    public sealed record BrokenTemplate(string File, string Why)
        : Refusal.Rule($"Nothing was saved. The template {File} cannot be used: {Why} Write the text yourself, and tell an administrator.");
}
