using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

/// <summary>A person as colleagues see them.</summary>
/// <param name="JoinedAt">When they first set a password; null while they are only invited.</param>
/// <param name="LinkExpires">Until when their one-time link is good, if one is out.</param>
public sealed record PersonRow(
    Guid Id, string Name, string Email, Roles Roles, bool Active, string Zone,
    DateTimeOffset? JoinedAt, bool HasAuthenticator, DateTimeOffset? LinkExpires);

public static class PeopleQueries
{
    /// <summary>Everybody on the desk by name, those who may no longer come in last.</summary>
    public static async Task<IReadOnlyList<PersonRow>> List(DeskDb db, CancellationToken ct = default) =>
        await db.People.AsNoTracking().OrderByDescending(p => p.Active).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new PersonRow(p.Id, p.Name, p.Email, p.Roles, p.Active, p.Zone, p.JoinedAt, p.HasAuthenticator, p.LinkExpires))
            .ToListAsync(ct);
}
