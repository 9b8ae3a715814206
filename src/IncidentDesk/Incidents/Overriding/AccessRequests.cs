using IncidentDesk.Incidents.Events;
using IncidentDesk.People;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Overriding;

/// <summary>A request for emergency access that waits for a second person.</summary>
/// <param name="Id">Under which it is agreed to.</param>
/// <param name="Number">Of the incident, as it was typed: nobody has looked whether there is one.</param>
/// <param name="By">Who asks.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When they asked (UTC).</param>
public sealed record AccessRequest(int Id, int Number, Guid By, string Name, string Reason, DateTimeOffset At)
{
    /// <summary>An emergency is over after a day; until then somebody else has to agree.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    public DateTimeOffset Until => At + GoodFor;
}

public static class AccessRequestQueries
{
    /// <summary>What waits for a second person, oldest first; nothing for those who could not agree.</summary>
    public static async Task<IReadOnlyList<AccessRequest>> Open(
        DeskDb db, Caller caller, DateTimeOffset now, CancellationToken ct = default) =>
        caller.Has(Overrides.MayOverride | Roles.Administrator) ? await db.OpenRequests(now, ct) : [];

    internal static async Task<IReadOnlyList<AccessRequest>> OpenRequests(this DeskDb db, DateTimeOffset now, CancellationToken ct)
    {
        var oldest = now - AccessRequest.GoodFor;
        var entries = await db.Entries.AsNoTracking().Where(e => e.Stream == Streams.Access && e.RecordedAt > oldest)
            .OrderBy(e => e.Position).ToListAsync(ct);
        var events = entries.Select(Recorded.From).ToList();
        var agreed = events.Select(r => r.Event).OfType<AccessAgreed>().Select(e => e.Request).ToHashSet();
        return [.. from r in events
            where r.Event is AccessRequested && !agreed.Contains(r.Position)
            let asked = (AccessRequested)r.Event
            let entry = r.Entry
            select new AccessRequest(r.Position, asked.Number, entry.RecordedBy, entry.RecordedByName, asked.Reason, entry.RecordedAt)];
    }
}

/// <summary>Who may open a private incident past its participants: two of these.</summary>
internal static class Overrides
{
    public const Roles MayOverride = Roles.Privacy | Roles.Leadership;

    /// <summary>Whose account the other one, or one third person, made or renewed within so long is no second person.</summary>
    public static readonly TimeSpan Recently = TimeSpan.FromDays(7);

    /// <summary>Whether these two may be one person.</summary>
    public static async Task<bool> MayBeOne(this DeskDb db, Person one, Person other, DateTimeOffset now, CancellationToken ct)
    {
        if (one.Id == other.Id || LoginIdentity.Of(one.Email) == LoginIdentity.Of(other.Email)) return true;
        var (first, second) = (await db.LetInSince(one.Id, now - Recently, ct), await db.LetInSince(other.Id, now - Recently, ct));
        return first.Hands.Overlaps(second.Hands);
    }
}
