using System.Collections.Immutable;
using IncidentDesk.Assets.Events;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents;

public sealed partial record Incident
{
    /// <summary>The state after one more entry. Pure: live appends, rebuilding and "as known at" all come through here.</summary>
    public static Incident? Apply(Incident? was, Recorded what)
    {
        var now = what.Event is IncidentDeclared declared ? Opened(declared, what) : was?.With(what.Event, what);
        return now is null ? null : now with
        {
            Position = what.Position, HeadHash = Convert.ToHexStringLower(what.Entry.Hash), ChangedAt = what.Entry.RecordedAt,
        };
    }

    static Incident Opened(IncidentDeclared e, Recorded what) => new()
    {
        Number = what.Entry.Incident!.Value, Title = e.Title, Summary = e.Summary,
        Severity = e.Severity, Kind = e.Kind, Visibility = e.Visibility,
        DeclaredAt = what.At, DeclaredBy = what.Entry.RecordedByName, StartedAt = e.StartedAt, DetectedAt = e.DetectedAt,
        Participants = [new(what.Entry.RecordedBy, what.Entry.RecordedByName)],
    };

    Incident With(TimelineEvent what, Recorded by) => what switch
    {
        SeverityChanged e => this with { Severity = e.To },
        IncidentDescribed e => this with { Title = e.Title ?? Title, Summary = e.Summary is null ? Summary : e.Summary.OrNull() },
        VisibilityChanged e => this with { Visibility = e.To },
        StatusChanged e => this with
        {
            Status = e.To, ResolvedAt = e.To < IncidentStatus.Resolved ? null : ResolvedAt ?? by.At,
            ContainedAt = e.To < IncidentStatus.Contained ? null : e.To is IncidentStatus.Contained ? by.At : ContainedAt,
        },
        MilestoneSet e => WithMilestone(e.Milestone, e.At),
        ClosingItemSettled e => this with { Closing = WithSettled(e, by) },
        RoleAssigned e => Joined(new(e.Person, e.Name)) with { Roles = [.. Without(e.Role), Held(e, by)] },
        RoleReleased e => this with { Roles = Without(e.Role) },
        ParticipantAdded e => Joined(new(e.Person, e.Name)),
        ParticipantRemoved e => this with { Participants = Participants.RemoveAll(p => p.Person == e.Person) },
        EmergencyAccessGiven e => Joined(new(e.Person, e.Name)) with
        {
            EmergencyAccess = EmergencyAccess.Add(new(e.Name, e.AgreedByName, e.Reason, by.At)),
        },
        IncidentMerged e => this with { MergedInto = e.Into },
        IncidentUnmerged => this with { MergedInto = null },
        IncidentAbsorbed e => this with { Absorbed = Absorbed.Add(e.From) },
        IncidentReleased e => this with { Absorbed = Absorbed.Remove(e.Released) },
        IncidentImported e => Joined(new(by.Entry.RecordedBy, by.Entry.RecordedByName)) with
        {
            MergedInto = null, Absorbed = [], OriginNumber = e.From,
        },
        TasksInstantiated e => With(e),
        TaskAdded e => With(e),
        TaskAssigned e => With(e),
        TaskSettled e => With(e, by),
        ITalliesAssets e => this with { Tally = e.Tally },
        _ => this,
    };

    Incident WithMilestone(Milestone milestone, DateTimeOffset at) => milestone switch
    {
        Milestone.Started => this with { StartedAt = at },
        Milestone.Detected => this with { DetectedAt = at },
        Milestone.Declared => this with { DeclaredAt = at },
        _ => this with { ResolvedAt = at },
    };

    ImmutableArray<Settled> WithSettled(ClosingItemSettled e, Recorded by)
    {
        var others = Closing.RemoveAll(c => c.Item == e.Item);
        return e.State is Settlement.Open ? others : others.Add(new(e.Item, e.State, by.Entry.RecordedByName, e.Reason, by.At));
    }

    Incident Joined(Participant person) =>
        Participants.Any(p => p.Person == person.Person) ? this : this with { Participants = Participants.Add(person) };

    static RoleHeld Held(RoleAssigned e, Recorded by) => new(e.Role, e.Person, e.Name, by.At,
        e.Role is IncidentRole.Commander or IncidentRole.Deputy && by.Entry.RecordedBy == e.Person ? by.Position : null);

    ImmutableArray<RoleHeld> Without(IncidentRole role) => Roles.RemoveAll(r => r.Role == role);
}
