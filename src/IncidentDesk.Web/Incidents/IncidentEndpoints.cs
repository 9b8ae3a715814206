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
        incident.MapCommand<EditIncident, Position>("description", "Edit the title or summary");
        incident.MapCommand<ChangeSeverity, Position>("severity", "Change the severity");
        incident.MapCommand<ChangeVisibility, Position>("visibility", "Make it private to its participants, or open to everyone");
        incident.MapCommand<PostUpdate, Position>("updates", "Post an update");
        incident.MapCommand<SetMilestone, Position>("milestones", "Set when it started, was detected, declared or resolved");
        incident.MapCommand<AssignRole, Position>("roles", "Assign a role, or hand it over");
        incident.MapCommand<ReleaseRole, Position>("roles/release", "Release a role");
        incident.MapCommand<AddParticipant, Position>("participants", "Add a participant");
        incident.MapCommand<RemoveParticipant, Position>("participants/removal", "Remove a participant");
        incident.MapCommand<ChangeStatus, Position>("status", "Change the status; going back needs a reason, closing needs its checklist settled");
        incident.MapCommand<SettleClosingItem, Position>("closing", "Mark a closing item done, waived or open");
        incident.MapCommand<MergeIncident, Position>("merge", "Merge a duplicate into another incident; both numbers stay valid");
        incident.MapCommand<UnmergeIncident, Position>("unmerge", "Undo the merge");
        app.MapStatus();
    }
}
