using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents;

/// <summary>How an incident goes from declared to closed, and what holds closing up.</summary>
public sealed partial record Incident
{
    internal Outcome<Fact> Progress(IncidentStatus to, string? reason)
    {
        if (to == Status) return new SameStatus(to);
        if (to < Status && reason is null) return new StepBackNeedsReason(Status, to);
        if (to is IncidentStatus.Closed && Guard() is { } open) return open;
        return (Fact)new StatusChanged(Status, to, reason);
    }

    /// <summary>What is still open of the four things that must be done or waived before closing.</summary>
    public IReadOnlyList<ClosingItem> OpenItems =>
        [.. Enum.GetValues<ClosingItem>().Where(item => StateOf(item) is Settlement.Open)];

    internal Outcome<Fact> Settle(ClosingItem item, Settlement state, string? reason, Roles by)
    {
        var needed = MaySettle(item, state);
        if ((by & needed) == 0) return new NotYoursToSettle(item, state, needed.InWords());
        return StateOf(item) == state ? new SettledSo(item, state) : (Fact)new ClosingItemSettled(item, state, reason);
    }

    /// <summary>Whether the law was met is said by those who answer for it; an administrator's role does not reach here.</summary>
    static Roles MaySettle(ClosingItem item, Settlement state)
    {
        var answers = item is ClosingItem.AccessReview or ClosingItem.NotificationDecisions ? IncidentDesk.Roles.Privacy
            : IncidentDesk.Roles.Privacy | IncidentDesk.Roles.Responder;
        return state is Settlement.Waived ? answers | IncidentDesk.Roles.Leadership : answers;
    }

    /// <summary>One open item is a refusal of its own; several are named together, so that nobody runs into them one by one.</summary>
    Refusal? Guard() => OpenItems switch
    {
        [] => null,
        [ClosingItem.Containment] => new ContainmentOpen(),
        [ClosingItem.AccessReview] => new AccessReviewOpen(),
        [ClosingItem.NotificationDecisions] => new NotificationDecisionsOpen(),
        [ClosingItem.FollowUpReports] => new FollowUpReportsOpen(),
        var several => new ClosingGuardOpen(string.Join(", ", several.Select(i => i.Word()))),
    };

    const string StillOpen = "Nothing was saved; the incident stays as it is.";

    public sealed record ContainmentOpen()
        : Refusal.Rule($"{StillOpen} Containment is open: it is not recorded that the harm has stopped. "
            + "A responder can mark it done, or waive it with a reason.");

    public sealed record AccessReviewOpen()
        : Refusal.Rule($"{StillOpen} The access review is open: it is not recorded who looked at the data. "
            + "The privacy role can mark it done; privacy or leadership can waive it with a reason.");

    public sealed record NotificationDecisionsOpen()
        : Refusal.Rule($"{StillOpen} The notification decisions are open: it is not recorded who must be notified. "
            + "The privacy role can mark them done; privacy or leadership can waive them with a reason.");

    public sealed record FollowUpReportsOpen()
        : Refusal.Rule($"{StillOpen} The follow-up reports are open. A responder can mark them done, or waive them with a reason.");

    public sealed record ClosingGuardOpen(string Items)
        : Refusal.Rule($"{StillOpen} Before it closes, each of these must be done, or waived by a named person with a reason: {Items}.");

    public sealed record SameStatus(IncidentStatus Status)
        : Refusal.Rule($"Nothing was saved. The incident is already {Status.Word()}; choose another status.");

    public sealed record StepBackNeedsReason(IncidentStatus From, IncidentStatus To)
        : Refusal.Rule(
            $"Nothing was saved. Going back from {From.Word()} to {To.Word()} needs a reason: write in one sentence what was found.");

    public sealed record NotYoursToSettle(ClosingItem Item, Settlement State, string Roles)
        : Refusal.Rule($"Nothing was saved. {Item.Heading()} can be marked {State.Word()} "
            + $"only by one of these roles: {Roles}. Ask a person with such a role.");

    public sealed record SettledSo(ClosingItem Item, Settlement State)
        : Refusal.Rule($"Nothing was saved. {Item.Heading()} is already {State.Word()}.");
}
