namespace IncidentDesk.Incidents;

/// <summary>How far along an incident may be for a command to touch it. Each step includes the one before.</summary>
internal enum Accepts
{
    /// <summary>Neither closed nor merged: what nearly every command wants.</summary>
    Workable,

    /// <summary>Writing down what became known afterwards.</summary>
    EvenClosed,

    /// <summary>Undoing a merge, and removing personal text, which the law does not let wait.</summary>
    EvenMerged,
}

public sealed partial record Incident
{
    /// <summary>Why it cannot be worked on any more; null when it can.</summary>
    internal Refusal? MustBeWorkable() => MustAccept(Accepts.Workable);

    internal Refusal? MustAccept(Accepts accepts) => this switch
    {
        { MergedInto: { } into } when accepts < Accepts.EvenMerged => new MergedElsewhere(Number, into),
        { Status: IncidentStatus.Closed } when accepts < Accepts.EvenClosed => new IsClosed(Number),
        _ => null,
    };

    /// <summary>It was found to be the same as another one; work goes on there.</summary>
    public sealed record MergedElsewhere(int Incident, int Into)
        : Refusal.Rule($"Nothing was saved. {NameOf(Incident)} was merged into {NameOf(Into)}. "
            + $"Work there, or undo the merge of {NameOf(Incident)} first.");

    /// <summary>A closed incident takes updates, corrections, milestones and participants, and nothing that reopens its facts.</summary>
    public sealed record IsClosed(int Incident)
        : Refusal.Rule($"Nothing was saved. {NameOf(Incident)} is closed; only updates, milestones and "
            + "corrections can be added. To change more, set its status back to resolved with a reason.");
}
