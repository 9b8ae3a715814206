using IncidentDesk.Incidents.Events;
using IncidentDesk.People.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Participating;

/// <summary>Those who share a private incident with a person see that somebody else let that person in again.</summary>
internal sealed class FollowsCredentials : IFollows<ILetsInAgain>
{
    public async Task<IReadOnlyList<Consequence>> Follow(ILetsInAgain what, Entry entry, DeskDb db, CancellationToken ct)
    {
        if (entry.RecordedBy == what.Person) return [];
        var numbers = await db.Participations.Where(p => p.Person == what.Person
                && db.Set<Incident>().Any(i => i.Number == p.Incident && i.Visibility == Visibility.Private))
            .Select(p => p.Incident).Order().ToListAsync(ct);
        return [.. numbers.Select(n => new Consequence(Streams.Incident(n), new CredentialsRenewed(what.Person, what.Name)))];
    }
}
