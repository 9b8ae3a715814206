using System.Globalization;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Auditing;

/// <summary>Which security events are wanted, newest first.</summary>
public sealed record SecurityEventFilter
{
    public IReadOnlyList<SecurityKind> Kinds { get; init; } = [];
    public Guid? Person { get; init; }

    /// <summary>Those of one incident. Without it, only an administrator sees any.</summary>
    public int? Incident { get; init; }

    /// <summary>The cursor of the previous page.</summary>
    public string? After { get; init; }
    public int Limit { get; init; } = 100;

    /// <summary>
    /// Behind which instant the page begins, and how many of that instant were shown: many are written at once. What is no cursor of
    /// this list begins behind everything.
    /// </summary>
    internal (DateTimeOffset? At, int Shown) Cursor()
    {
        if (After is not { Length: > 0 } text) return (null, 0);
        return text.Split('-') is [var at, var shown] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? (new(ticks, TimeSpan.Zero), count) : (DateTimeOffset.MinValue, 0);
    }
}

/// <summary>A security event with the name of its person.</summary>
/// <param name="At">When, of several the last (UTC).</param>
/// <param name="Name">Of the person; null when nobody is known by it.</param>
/// <param name="Place">The network address; only for administrators.</param>
/// <param name="Device">Only for administrators.</param>
/// <param name="Times">How often within a few seconds.</param>
public sealed record SecurityEventRow(DateTimeOffset At, SecurityKind Kind, Guid? Person, string? Name, string What,
    int? Incident, string? Place, string? Device, int Times);

public static class SecurityEventQueries
{
    /// <summary>
    /// Those that the caller may know of: an administrator all but those of incidents that are hidden from them; others, about one
    /// incident that they see, what was read and taken out while it was private.
    /// </summary>
    public static async Task<Page<SecurityEventRow>> Page(
        DeskDb db, Caller caller, SecurityEventFilter filter, CancellationToken ct = default)
    {
        var all = caller.Has(Roles.Administrator);
        if (caller.Id == Guid.Empty || (!all && filter.Incident is null)) return new([], null);
        var ((from, shown), kinds) = (filter.Cursor(), filter.Kinds);
        var rows = await db.SecurityEvents.AsNoTracking()
            .Where(e => (all || e.Private) && (filter.Incident == null || e.Incident == filter.Incident)
                && (filter.Person == null || e.Person == filter.Person) && (from == null || e.At <= from)
                && (kinds.Count == 0 || kinds.Contains(e.Kind)))
            .OrderByDescending(e => e.At).ThenBy(e => e.Id).Skip(shown).Take(filter.Limit + 1)
            .Select(e => new SecurityEventRow(e.At, e.Kind, e.Person,
                db.Set<Person>().Where(p => p.Id == e.Person).Select(p => p.Name).FirstOrDefault(), e.What, e.Incident,
                all ? e.Place : null, all ? e.Device : null, e.Times))
            .ToListAsync(ct);
        return IncidentDesk.Page.Of(rows, filter.Limit, last => string.Create(CultureInfo.InvariantCulture,
            $"{last.At.UtcTicks}-{rows.Take(filter.Limit).Count(r => r.At == last.At) + (last.At == from ? shown : 0)}"));
    }
}
