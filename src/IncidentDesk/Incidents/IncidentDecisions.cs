using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents;

/// <summary>What an incident allows in the state it is in: pure functions from a wish to a fact or a refusal.</summary>
public sealed partial record Incident
{
    internal Outcome<Fact> Regrade(Severity to, string reason) =>
        Severity == to ? new SameSeverity(to) : (Fact)new SeverityChanged(Severity, to, reason);

    /// <summary>Null leaves as it is, an empty summary takes it out.</summary>
    internal Outcome<Fact> Describe(string? title, string? summary)
    {
        var described = new IncidentDescribed(title == Title ? null : title, summary == (Summary ?? "") ? null : summary);
        return described is { Title: null, Summary: null } ? new DescribedSo() : (Fact)described;
    }

    internal Outcome<Fact> Date(Milestone milestone, DateTimeOffset at, string? reason)
    {
        var was = TimeOf(milestone);
        return was == at ? new DatedSo(milestone, at) : (Fact)new MilestoneSet(milestone, at, was, reason);
    }

    /// <summary>The severity is what was asked for already.</summary>
    public sealed record SameSeverity(Severity Severity)
        : Refusal.Rule($"Nothing was saved. The incident is already {Severity.Code()}; choose another level.");

    /// <summary>Title and summary read like this already.</summary>
    public sealed record DescribedSo()
        : Refusal.Rule("Nothing was saved. Title and summary are unchanged; change one of them.");

    /// <summary>The milestone is at this very instant already.</summary>
    public sealed record DatedSo(Milestone Milestone, DateTimeOffset At)
        : Refusal.Rule(
            $"Nothing was saved. The incident is already recorded as {Milestone.Word()} at {Instants.Say(At)}; give another time.");
}
