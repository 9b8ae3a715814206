using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

public static class PeopleQueries
{
    static readonly Func<DeskDb, Guid, IAsyncEnumerable<Person>> Active = EF.CompileAsyncQuery((DeskDb db, Guid id) =>
        db.People.AsNoTracking().Where(p => p.Id == id && p.Active));

    /// <summary>The actor with the roles in force now; null when nobody active stands behind it.</summary>
    public static async Task<Caller?> Caller(DeskDb db, Actor by, CancellationToken ct)
    {
        if (by.Person == Guid.Empty) return null;
        await foreach (var person in Active(db, by.Person).WithCancellation(ct))
            return new Caller(person.Id, person.Name, person.Roles & by.Limit, by.Via);
        return null;
    }
}
