using System.Linq.Expressions;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>
/// Legal privilege is lost when too many read: a privileged entry is for its author and for those who need it to decide.
/// For everybody else it does not exist.
/// </summary>
public static class Privilege
{
    static readonly IncidentRole[] Deciding =
        [IncidentRole.Commander, IncidentRole.Deputy, IncidentRole.Legal, IncidentRole.Privacy, IncidentRole.Executive];

    /// <summary>Whether the caller may read every privileged entry of this incident, which they must be able to see.</summary>
    public static bool MayRead(Incident incident, Caller caller) =>
        incident.Roles.Any(r => r.Person == caller.Id && Deciding.Contains(r.Role) && r.TakenAt is null)
        || (caller.Has(Roles.Privacy) && (incident.Visibility == Visibility.Open || incident.Participants.Any(p => p.Person == caller.Id)));

    /// <summary>Which entries of this incident the caller may read, for the database.</summary>
    public static Expression<Func<Entry, bool>> Readable(Incident incident, Caller caller)
    {
        if (MayRead(incident, caller)) return e => true;
        // Command can be taken by any responder. It opens what was privileged before only to those whom another person gave it.
        var taken = incident.Roles.Where(r => r.Person == caller.Id && r.TakenAt is not null).Select(r => r.TakenAt).Min() ?? int.MaxValue;
        var id = caller.Id;
        return e => !e.Privileged || e.RecordedBy == id || e.Position > taken;
    }
}
