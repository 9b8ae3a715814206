using System.Collections.Concurrent;
using System.Collections.Frozen;
using IncidentDesk.People;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Incidents;

/// <summary>
/// Who may hear that an incident grew. Asked anew at each entry, but once for all who watch: a thousand watchers asking the
/// database one by one would hear of it a second later.
/// </summary>
public sealed class WatcherAccess(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>No incident has this number.</summary>
    const int Nothing = 0;

    static readonly TimeSpan Good = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<int, Seats> _seats = new();

    /// <summary>Whether this person is active and sees the incident, as of the entry at that position.</summary>
    public async Task<bool> Admits(int incident, int position, Guid person)
    {
        var seats = _seats.AddOrUpdate(incident, n => Taken(n, position),
            (n, known) => known.Position == position && !known.Admitted.IsFaulted ? known : Taken(n, position));
        return (await seats.Admitted).Contains(person);
    }

    /// <summary>The same when nothing was recorded, as of a second ago at most.</summary>
    public async Task<bool> AdmitsNow(int incident, Guid person)
    {
        var seats = _seats.AddOrUpdate(incident, n => Taken(n, 0),
            (n, known) => clock.GetElapsedTime(known.At) < Good && !known.Admitted.IsFaulted ? known : Taken(n, known.Position));
        return (await seats.Admitted).Contains(person);
    }

    /// <summary>Whether this person is active, as of a second ago at most.</summary>
    public Task<bool> Admits(Guid person) => AdmitsNow(Nothing, person);

    Seats Taken(int incident, int position) => new(position, clock.GetTimestamp(), Load(incident));

    async Task<FrozenSet<Guid>> Load(int incident)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        using var all = db.SeeingAll();
        var people = await db.People.Where(p => p.Active && (incident == Nothing
            || db.Set<Incident>().Any(i => i.Number == incident && i.Visibility == Visibility.Open)
            || db.Set<Participation>().Any(t => t.Incident == incident && t.Person == p.Id))).Select(p => p.Id).ToListAsync();
        return people.ToFrozenSet();
    }

    sealed record Seats(int Position, long At, Task<FrozenSet<Guid>> Admitted);
}
