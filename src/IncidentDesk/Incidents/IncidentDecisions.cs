using IncidentDesk.Incidents.Events;
using IncidentDesk.Timeline;

namespace IncidentDesk.Incidents;

/// <summary>What an incident allows in the state it is in: pure functions from a wish to a fact or a refusal.</summary>
public sealed partial record Incident
{
    internal Outcome<Fact> Regrade(Severity to, string reason) =>
        Severity == to ? new SameSeverity(to) : (Fact)new SeverityChanged(Severity, to, reason);

    /// <summary>The severity is what was asked for already.</summary>
    public sealed record SameSeverity(Severity Severity)
        : Refusal.Rule($"Nothing was saved. The incident is {Severity.Code()} already; choose another level.");
}
