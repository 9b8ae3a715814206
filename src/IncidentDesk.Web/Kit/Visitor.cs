using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.Kit;

/// <summary>Who is looking at the page: one look-up a request, shared by layout and page.</summary>
internal sealed class Visitor(IHttpContextAccessor http, Desk desk)
{
    Task<Person?>? _person;

    public Actor Actor => http.HttpContext!.User.ToActor();

    public Task<Person?> Person =>
        _person ??= desk.Read(Actor, (db, caller) => db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == caller.Id));

    /// <summary>IANA zone in which this visitor reads local times.</summary>
    public async Task<string> Zone() => (await Person)?.Zone ?? "Etc/UTC";

    public async Task<bool> May(Roles any) => ((await Person)?.Roles & Actor.Limit & (any | Roles.Administrator)) > 0;

    public Task<T> Read<T>(Func<DeskDb, Caller, Task<T>> query) => desk.Read(Actor, query, http.HttpContext!.RequestAborted);

    /// <summary>Several queries of one state of the record.</summary>
    public Task<T> ReadAtOnce<T>(Func<DeskDb, Caller, Task<T>> queries) =>
        desk.ReadAtOnce(Actor, queries, http.HttpContext!.RequestAborted);
}
