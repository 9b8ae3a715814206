using IncidentDesk.People;
using IncidentDesk.People.Deactivating;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Participating;

/// <summary>A private incident whose last participant is deactivated could be opened by nobody.</summary>
internal sealed class KeepsLastParticipant : IKeepsPeople
{
    public async Task<Refusal?> WhyNotWithout(DeskDb db, Person person, CancellationToken ct)
    {
        var alone = await db.Participations.IgnoreQueryFilters().AnyAsync(p => p.Person == person.Id
            && db.Set<Incident>().Any(i => i.Number == p.Incident && i.Visibility == Visibility.Private)
            && !db.Set<Participation>().Any(o => o.Incident == p.Incident && o.Person != p.Person
                && db.Set<Person>().Any(other => other.Id == o.Person && other.Active)), ct);
        return alone ? new OnlyOneLeft(person.Name) : null;
    }
}

/// <summary>Says that there is something, and not what.</summary>
public sealed record OnlyOneLeft(string Person)
    : Refusal.Rule($"Nothing was saved. {Person} is the only active participant of something private, which nobody could open then. "
        + "Ask them to add a participant there, or two people open it with emergency access. To lock them out at once, create a new "
        + "one-time link for them: it ends their password and sessions.");
