using IncidentDesk.Incidents.Events;
using IncidentDesk.Timeline;

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
        Number = what.Entry.Incident!.Value, Title = e.Title, Summary = e.Summary, Severity = e.Severity, Kind = e.Kind, Visibility = e.Visibility,
        DeclaredAt = what.At, DeclaredBy = what.Entry.RecordedByName, StartedAt = e.StartedAt, DetectedAt = e.DetectedAt,
        Participants = [new(what.Entry.RecordedBy, what.Entry.RecordedByName)],
    };

    Incident With(TimelineEvent what, Recorded by) => what switch
    {
        SeverityChanged e => this with { Severity = e.To },
        _ => this,
    };
}
