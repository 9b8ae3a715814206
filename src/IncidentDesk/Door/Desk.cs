using IncidentDesk.Record;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Door;

/// <summary>
/// The one door. Each call gets a service scope of its own: two clicks must never share a <see cref="DeskDb"/>.
/// </summary>
public sealed class Desk(IServiceScopeFactory scopes, Callers callers)
{
    public async Task<Outcome<T>> Do<T>(ICommand<T> command, Actor by, Terms? terms = null, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.By = by;
        call.Terms = terms ?? Terms.None;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
    }

    /// <summary>
    /// Runs a query as this actor sees the desk: private incidents they are no part of do not exist, and a token that has no role left
    /// to read with speaks for nobody.
    /// </summary>
    public async Task<T> Read<T>(Actor by, Func<DeskDb, Caller, Task<T>> query, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        var caller = await callers.Of(db, by, ct);
        db.Caller = caller is null || (caller.Token is not null && !caller.Has(Roles.All | Roles.Lineage)) ? Caller.Nobody : caller;
        return await query(db, db.Caller);
    }

    /// <summary>The same for an answer of several queries: what is recorded meanwhile is in none of them.</summary>
    public Task<T> ReadAtOnce<T>(Actor by, Func<DeskDb, Caller, Task<T>> queries, CancellationToken ct = default) =>
        Read(by, async (db, caller) =>
        {
            await using var snapshot = await db.Dialect.Snapshot(db, ct);
            return await queries(db, caller);
        }, ct);
}
