using IncidentDesk.People.Accounts;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

/// <summary>Who administrates this desk: not who has the role, but who has it and can come in.</summary>
internal static class Administrators
{
    /// <summary>By a password, or by a token in force that carries the role; a link that nobody has opened yet is no way in.</summary>
    public static IQueryable<Guid> WhoCanComeIn(this DeskDb db, DateTimeOffset now, Guid? without = null) => db.People
        .Where(p => p.Active && (p.Roles & Roles.Administrator) != 0)
        .Where(p => db.Set<Account>().Any(a => a.Id == p.Id && a.PasswordHash != null)
            || db.Set<ApiToken>().Any(t => t.Person == p.Id && t.Id != without && !t.Waits && t.RevokedAt == null
                && (t.ExpiresAt == null || t.ExpiresAt > now) && (t.Roles & Roles.Administrator) != 0))
        .Select(p => p.Id);

    /// <summary>
    /// Whether this desk would still be administrated without this person. Where nobody can come in yet, whoever has the role counts.
    /// </summary>
    public static async Task<bool> OthersAdministrate(this DeskDb db, Guid person, DateTimeOffset now, CancellationToken ct) =>
        await db.WhoCanComeIn(now).ToListAsync(ct) is { Count: > 0 } able ? able is not [var only] || only != person
            : await db.People.AnyAsync(p => p.Id != person && p.Active && (p.Roles & Roles.Administrator) != 0, ct);

    /// <summary>Whether this token is the last way in for an administrator.</summary>
    public static async Task<bool> IsLastWayIn(this DeskDb db, ApiToken token, DateTimeOffset now, CancellationToken ct) =>
        await db.WhoCanComeIn(now).AnyAsync(ct) && !await db.WhoCanComeIn(now, without: token.Id).AnyAsync(ct);
}
