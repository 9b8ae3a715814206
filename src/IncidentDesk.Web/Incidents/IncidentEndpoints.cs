using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Record;
using IncidentDesk.Web.Incidents.Timeline;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Overview.Board;
using IncidentDesk.Web.Overview.Status;

namespace IncidentDesk.Web.Incidents;

/// <summary>Incidents over HTTP: one line a command.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidents(this WebApplication app)
    {
        var incidents = app.MapGroup("/api/incidents").WithTags("Incidents");
        incidents.MapCommand<DeclareIncident, Declared>("", "Declare an incident", d => $"/api/incidents/{d.Number}");
        incidents.MapList();

        var incident = incidents.MapGroup("{incident:int}");
        incident.MapRead();
        incident.MapCommand<EditIncident, Position>("description", "Write title or summary anew");
        incident.MapCommand<ChangeSeverity, Position>("severity", "Raise or lower the severity");
        incident.MapCommand<ChangeVisibility, Position>("visibility", "Hide from all but the participants, or open to everybody");
        incident.MapCommand<PostUpdate, Position>("updates", "Write into the log");
        incident.MapCommand<SetMilestone, Position>("milestones", "Say when it started, was detected, declared or resolved");
        incident.MapCommand<AssignRole, Position>("roles", "Give somebody a role, or hand it over");
        incident.MapCommand<ReleaseRole, Position>("roles/release", "Take a role from its holder without giving it to anybody");
        incident.MapCommand<AddParticipant, Position>("participants", "Make somebody take part");
        incident.MapCommand<RemoveParticipant, Position>("participants/removal", "End somebody's part");
        incident.MapCommand<ChangeStatus, Position>("status", "Move on, or back with a reason; closing has a guard");
        incident.MapCommand<SettleClosingItem, Position>("closing", "Mark one of the four closing items done, waived or open");
        incident.MapCommand<MergeIncident, Position>("merge", "Merge into the incident that is the same; both numbers keep answering");
        incident.MapCommand<UnmergeIncident, Position>("unmerge", "Undo the merge");
        app.MapStatus();
    }
}
