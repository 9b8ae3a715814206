using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>What somebody wrote into the log, in Markdown.</summary>
[EventName("update-posted.1")]
public sealed record UpdatePosted([property: Wording] string Text) : TimelineEvent, IWritten
{
    public override string Sentence() => Text;
}
