using IncidentDesk.People.Events;
using IncidentDesk.People.Opening;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

/// <summary>How a person came to be on the desk, or back on it, since an instant.</summary>
/// <param name="Made">Whether they were not on the desk before.</param>
/// <param name="Hands">They themselves, and everybody who made their account or let them in with new credentials.</param>
internal sealed record LetIn(bool Made, IReadOnlySet<Guid> Hands);

/// <summary>
/// Where two people must agree, one of them must not be the other's invention: an administrator can make accounts and renew their
/// links, but no second person that way.
/// </summary>
internal static class LettingIn
{
    static readonly string Accepted = EventNames.Of<InvitationAccepted>();
    static readonly string[] Kinds =
        [EventNames.Of<PersonInvited>(), EventNames.Of<InvitationRenewed>(), EventNames.Of<AuthenticatorReset>()];

    public static async Task<LetIn> LetInSince(this DeskDb db, Guid person, DateTimeOffset then, CancellationToken ct)
    {
        var entries = await db.Entries.AsNoTracking()
            .Where(e => e.Stream == Streams.People && e.RecordedAt > then && Kinds.Contains(e.Kind)).ToListAsync(ct);
        var (machine, first) = (await db.Machine(ct), await FirstSignIn(db, ct));
        var about = entries.Select(Recorded.From).Where(r => ((IAboutPerson)r.Event).Person == person).ToList();
        var hands = about.Where(r => r.Entry.RecordedBy != machine || r.Position > first).Select(r => r.Entry.RecordedBy);
        return new(about.Exists(r => r.Event is PersonInvited), hands.Append(person).ToHashSet());
    }

    /// <summary>Up to here, the machine that sets the desk up made people, and no person did.</summary>
    static async Task<int> FirstSignIn(DeskDb db, CancellationToken ct) =>
        await db.Entries.Where(e => e.Stream == Streams.People && e.Kind == Accepted).Select(e => (int?)e.Position).MinAsync(ct)
            ?? int.MaxValue;
}
