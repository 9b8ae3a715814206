using System.Collections.Concurrent;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;

namespace IncidentDesk.Door;

/// <summary>
/// Who calls, with the roles in force now. A desk that has its database to itself remembers them until anything about people is
/// recorded, so what was granted or taken away counts from the answer to that command on; where other nodes write, too, it asks each time.
/// </summary>
public sealed class Callers(DeskStore store, Watchers watchers)
{
    readonly ConcurrentDictionary<Guid, CachedCaller> _known = new();

    /// <summary>Null when nobody active stands behind the actor.</summary>
    internal async ValueTask<Caller?> Of(DeskDb db, Actor by, CancellationToken ct)
    {
        if (by.IsSystem) return Caller.System;
        if (by.Person == Guid.Empty) return null;
        return await InForce(db, by.Person, ct) is var (name, roles)
            ? new Caller(by.Person, name, roles.WithImplied() & by.Limit, by.Via)
            : null;
    }

    async ValueTask<(string Name, Roles Roles)?> InForce(DeskDb db, Guid person, CancellationToken ct)
    {
        if (_known.TryGetValue(person, out var known) && !known.Seen.Next.IsCompleted) return (known.Name, known.Roles);
        // Taken before the question: what is recorded while it is asked makes the answer old.
        var seen = watchers.Now(Streams.People);
        var found = await Active(db, person, ct);
        if (found is var (name, roles) && !store.IsShared) _known[person] = new(name, roles, seen);
        return found;
    }

    /// <summary>Name and roles in force of somebody who is active; nothing of anybody else.</summary>
    static async Task<(string Name, Roles Roles)?> Active(DeskDb db, Guid person, CancellationToken ct)
    {
        var found = await db.Rows("SELECT Name, Roles FROM People WHERE Id = @id AND Active",
            row => (row.GetString(0), (Roles)row.GetInt32(1)), ct, ("@id", person));
        return found is [var active] ? active : null;
    }

    sealed record CachedCaller(string Name, Roles Roles, Signal Seen);
}
