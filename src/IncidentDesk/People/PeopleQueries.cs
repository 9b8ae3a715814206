using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

/// <summary>A person as colleagues see them. What only says how they sign in is for administrators and for themselves.</summary>
/// <param name="JoinedAt">When they first set a password; null while they are only invited, and for other readers.</param>
/// <param name="HasAuthenticator">Null for other readers.</param>
/// <param name="LinkExpires">Until when their one-time link is good, if one is out; null for other readers.</param>
public sealed record PersonRow(
    Guid Id, string Name, string Email, Roles Roles, bool Active, string Zone,
    DateTimeOffset? JoinedAt, bool? HasAuthenticator, DateTimeOffset? LinkExpires);

public static class PeopleQueries
{
    /// <summary>Everybody on the desk by name, those who may no longer come in last.</summary>
    /// <param name="db">Of this desk.</param>
    /// <param name="caller">Who reads: whose account is easily taken is no business of everybody's.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<IReadOnlyList<PersonRow>> List(DeskDb db, Caller caller, CancellationToken ct = default)
    {
        var (all, me) = (caller.Has(Roles.Administrator), caller.Id);
        return await db.People.AsNoTracking().OrderByDescending(p => p.Active).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new PersonRow(p.Id, p.Name, p.Email, p.Roles, p.Active, p.Zone,
                all || p.Id == me ? p.JoinedAt : null, all || p.Id == me ? p.HasAuthenticator : null,
                all || p.Id == me ? p.LinkExpires : null))
            .ToListAsync(ct);
    }

    /// <summary>Whose account was closed at a moment, and since when (UTC).</summary>
    internal static async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Closed(DeskDb db, Moment moment, CancellationToken ct)
    {
        var people = await PersonView.It.At(db, moment, _ => true, ct);
        var closed = await people.Where(p => !p.Active).Select(p => new { p.Id, p.ClosedAt }).Read(ct);
        return closed.ToDictionary(p => p.Id, p => p.ClosedAt ?? default);
    }
}
