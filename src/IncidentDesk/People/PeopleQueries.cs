using IncidentDesk.Incidents;
using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

/// <summary>A person as colleagues see them.</summary>
/// <param name="JoinedAt">When they first set a password; null while they are only invited.</param>
/// <param name="LinkExpires">Until when their one-time link is good, if one is out.</param>
public sealed record PersonRow(
    Guid Id, string Name, string Email, Roles Roles, bool Active, string Zone, DateTimeOffset? JoinedAt, bool HasAuthenticator, DateTimeOffset? LinkExpires);

/// <summary>An incident somebody takes part in, as far as the reader may see it.</summary>
public sealed record ParticipationRow(int Number, string Title, Severity Severity, IncidentStatus Status, Visibility Visibility);

public static class PeopleQueries
{
    /// <summary>Everybody on the desk by name, those who may no longer come in last.</summary>
    public static async Task<IReadOnlyList<PersonRow>> List(DeskDb db, CancellationToken ct = default) =>
        await db.People.AsNoTracking().OrderByDescending(p => p.Active).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new PersonRow(p.Id, p.Name, p.Email, p.Roles, p.Active, p.Zone, p.JoinedAt, p.HasAuthenticator, p.LinkExpires)).ToListAsync(ct);

    /// <summary>The incidents a person takes part in, newest first; private ones only for those who take part themselves.</summary>
    public static async Task<IReadOnlyList<ParticipationRow>> Participations(DeskDb db, Guid person, CancellationToken ct = default)
    {
        // Whoever reads sees their own participations only; the numbers alone are looked up past that, and filtered by what they may see.
        var numbers = await db.Participations.IgnoreQueryFilters().Where(p => p.Person == person).Select(p => p.Incident).ToListAsync(ct);
        return await db.Incidents.AsNoTracking().Where(i => numbers.Contains(i.Number)).OrderByDescending(i => i.Number)
            .Select(i => new ParticipationRow(i.Number, i.Title, i.Severity, i.Status, i.Visibility)).ToListAsync(ct);
    }
}
