using System.Collections.Frozen;
using IncidentDesk.Door;
using IncidentDesk.People.Accounts;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.SigningIn;

/// <summary>
/// For what stays open after its caller was let in: whether the session or the token still lasts. One look at the database answers all
/// who ask within a second, and none from before the last entry about people.
/// </summary>
public sealed class StillAdmitted(Desk desk, Watchers watchers, TimeProvider clock)
{
    static readonly TimeSpan Good = TimeSpan.FromSeconds(1);
    Look? _last;

    /// <summary>The roles in force now; none when the session or the token has ended, or the actor names neither.</summary>
    public async ValueTask<Roles> RolesOf(Actor by)
    {
        var look = Volatile.Read(ref _last);
        if (look is null || look.Seen.Next.IsCompleted || clock.GetElapsedTime(look.At) >= Good || look.Found.Value.IsFaulted)
        {
            var next = new Look(watchers.Now(Streams.People), clock.GetTimestamp(), new(() => desk.Read(Actor.Nobody, (db, _) => All(db))));
            var other = Interlocked.CompareExchange(ref _last, next, look);
            look = ReferenceEquals(other, look) ? next : other!;
        }
        var ((sessions, tokens), now) = (await look.Found.Value, clock.GetUtcNow());
        return by switch
        {
            { Token: { } token } => tokens.TryGetValue(token, out var good) && !(good.ExpiresAt <= now) ? good.Roles : Roles.None,
            { Session: { } session } => sessions.TryGetValue(session, out var good) && !Session.IsOver(good.BegunAt, good.UsedAt, now)
                ? good.Roles & by.Limit : Roles.None,
            _ => Roles.None,
        };
    }

    static async Task<(FrozenDictionary<Guid, OpenSession>, FrozenDictionary<Guid, GoodToken>)> All(DeskDb db)
    {
        var sessions = await (from s in db.Sessions
            join a in db.Accounts on new { s.Person, Stamp = (string?)s.Stamp } equals new { Person = a.Id, Stamp = a.SecurityStamp }
            join p in db.People on s.Person equals p.Id
            where p.Active && a.TwoFactorEnabled
            select new { s.Id, s.BegunAt, s.UsedAt, p.Roles }).ToListAsync();
        var tokens = await (from t in db.Tokens
            join p in db.People on t.Person equals p.Id
            where p.Active && t.RevokedAt == null && !t.Waits
            select new { t.Id, t.ExpiresAt, t.Roles, Person = p.Roles }).ToListAsync();
        return (sessions.ToFrozenDictionary(s => s.Id, s => new OpenSession(s.BegunAt, s.UsedAt, s.Roles)),
            tokens.ToFrozenDictionary(t => t.Id, t => new GoodToken(t.ExpiresAt, t.Roles & t.Person.WithImplied())));
    }

    sealed record Look(
        Signal Seen, long At, Lazy<Task<(FrozenDictionary<Guid, OpenSession> Sessions, FrozenDictionary<Guid, GoodToken> Tokens)>> Found);

    sealed record OpenSession(DateTimeOffset BegunAt, DateTimeOffset UsedAt, Roles Roles);

    sealed record GoodToken(DateTimeOffset? ExpiresAt, Roles Roles);
}
