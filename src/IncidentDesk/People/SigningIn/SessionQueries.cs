using IncidentDesk.People.Accounts;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.SigningIn;

/// <summary>A session as its person sees it.</summary>
/// <param name="Id">By which it is ended.</param>
/// <param name="UsedAt">When it was last used, to within ten minutes.</param>
/// <param name="EndsAt">When it ends at the latest.</param>
/// <param name="IsThis">Whether the caller came in it.</param>
public sealed record SessionRow(
    Guid Id, string Device, string Place, DateTimeOffset BegunAt, DateTimeOffset UsedAt, DateTimeOffset EndsAt, bool IsThis);

/// <param name="NoteUse">Whether its use has to be noted again.</param>
public sealed record SessionInForce(bool NoteUse);

public static class SessionQueries
{
    static readonly Func<DeskDb, Guid, Guid, IAsyncEnumerable<Times>> Lasting =
        EF.CompileAsyncQuery((DeskDb db, Guid session, Guid person) =>
            from s in db.Set<Session>()
            where s.Id == session && s.Person == person
                && db.Set<Account>().Any(a => a.Id == s.Person && a.SecurityStamp == s.Stamp)
                && db.Set<Person>().Any(p => p.Id == s.Person && p.Active)
            select new Times(s.BegunAt, s.UsedAt));

    /// <summary>
    /// Null when the session has ended: by signing out, by its age, or because a new password, link or authenticator or a deactivation
    /// changed the account.
    /// </summary>
    public static async Task<SessionInForce?> InForce(DeskDb db, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (by.Session is not { } session) return null;
        await foreach (var (begun, used) in Lasting(db, session, by.Person).WithCancellation(ct))
            return Session.IsOver(begun, used, now) ? null : new(now - used >= Session.Noted);
        return null;
    }

    /// <summary>
    /// The sessions of a person, the one last used first; for that person and for administrators, and with a token for these only.
    /// </summary>
    public static async Task<IReadOnlyList<SessionRow>> Of(
        DeskDb db, Caller caller, Guid person, DateTimeOffset now, CancellationToken ct = default)
    {
        if (!caller.Has(Roles.Administrator) && (caller.Id != person || caller.Token is not null)) return [];
        var sessions = await (from s in db.Sessions.AsNoTracking()
            join a in db.Accounts on s.Person equals a.Id
            where s.Person == person && s.Stamp == a.SecurityStamp
            orderby s.UsedAt descending, s.BegunAt descending
            select s).ToListAsync(ct);
        return [.. sessions.Where(s => !Session.IsOver(s.BegunAt, s.UsedAt, now)).Select(s => new SessionRow(
            s.Id, s.Device, s.Place, s.BegunAt, s.UsedAt, s.BegunAt + Session.Longest, s.Id == caller.Session))];
    }

    sealed record Times(DateTimeOffset Begun, DateTimeOffset Used);
}
