using IncidentDesk.People.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Opening;

/// <summary>
/// A desk that a machine sets up, by the token of <c>Setup:ApiToken</c>. Until the first person has signed in, what that token makes
/// is not what one person makes for another: there is no other person yet.
/// </summary>
internal static class SettingUp
{
    static readonly string Invited = EventNames.Of<PersonInvited>(), Issued = EventNames.Of<TokenIssued>();

    /// <summary>The one behind the token in the configuration; null on a desk that a person opened.</summary>
    public static async Task<Guid?> Machine(this DeskDb db, CancellationToken ct)
    {
        var first = await db.Entries.AsNoTracking().Where(e => e.Stream == Streams.People && e.Position <= 2)
            .OrderBy(e => e.Position).ToListAsync(ct);
        return first is [{ } invited, { } issued] && invited.Kind == Invited && issued.Kind == Issued
            && Recorded.From(invited).Event is PersonInvited { LinkHash: null } machine
            && Recorded.From(issued).Event is TokenIssued { ExpiresAt: null } token && token.Person == machine.Person
                ? machine.Person : null;
    }

    /// <summary>Whether the machine that sets this desk up made that person, and nobody has signed in yet.</summary>
    public static async Task<bool> SetsUp(this DeskDb db, Guid caller, Guid person, CancellationToken ct) =>
        !await db.People.AnyAsync(p => p.JoinedAt != null, ct) && await db.Machine(ct) == caller
            && (await db.Entries.AsNoTracking()
                .Where(e => e.Stream == Streams.People && e.Kind == Invited && e.RecordedBy == caller).ToListAsync(ct))
                .Any(e => Recorded.From(e).Event is PersonInvited made && made.Person == person);
}
