using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>A task was done, found not to be needed, or opened again.</summary>
[EventName("task-settled.1")]
public sealed record TaskSettled(string Task, [property: Wording] string Title, TaskState State, [property: Wording] string? Reason)
    : TimelineEvent
{
    public override string Sentence() =>
        $"Task {(State is TaskState.Open ? "reopened" : State.Word())}: {Title}{(Reason is null ? "" : $" ({Reason.TrimEnd('.')})")}";
}
