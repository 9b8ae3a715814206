using IncidentDesk.People;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Tasks;

internal static class Assignees
{
    /// <summary>The active person, nobody when none was asked for, or why they cannot be given a task.</summary>
    public static async Task<(Person? Person, Refusal? Refusal)> Assignee(this DeskDb db, Guid? id, CancellationToken ct)
    {
        if (id is not { } asked) return (null, null);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == asked && p.Active, ct);
        return person is not null ? (person, null)
            : (null, Refusal.Invalid.Field("assignee",
                "There is no active person with this id on this desk. Choose one from the list of people."));
    }
}
