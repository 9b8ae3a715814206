using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Record;

/// <summary>Appends entries to a stream and projects them, inside the transaction of the command.</summary>
internal sealed class Recorder(DeskDb db, Call call, TimeProvider clock, IEnumerable<IProjection> projections)
{
    const int PageSize = 500;

    /// <summary>Returns the position of the last entry written; <paramref name="facts"/> must not be empty.</summary>
    public async Task<Outcome<int>> Append(string stream, CancellationToken ct, params IReadOnlyList<Fact> facts)
    {
        var head = await db.Head(stream, ct);
        if (call.Terms.Seen is { } seen && seen != (head?.Position ?? 0)) return new Refusal.Stale(seen, head?.Position ?? 0);

        foreach (var fact in facts)
        {
            var entry = Write(stream, head, fact);
            await db.Insert(entry, ct);
            await Project(new Recorded(entry, fact.Event), ct);
            head = new Head(entry.Position, entry.Hash, entry.RecordedAt);
        }
        await db.SaveChangesAsync(ct);
        // A second append of the same command is not stale: the sender has seen all but what it is writing itself.
        call.Terms = call.Terms with { Seen = null };
        call.Appended.Add((stream, head!.Position));
        return head.Position;
    }

    public async Task Project(Recorded what, CancellationToken ct)
    {
        using var all = db.SeeingAll();
        foreach (var projection in projections) await projection.Apply(db, what, ct);
    }

    /// <summary>Makes every row of one stream anew from its entries.</summary>
    public async Task Rebuild(string stream, CancellationToken ct)
    {
        using var all = db.SeeingAll();
        await db.SaveChangesAsync(ct);
        foreach (var projection in projections) await projection.Clear(db, stream, ct);
        db.ChangeTracker.Clear();
        // Page by page: a projection asks on the same connection, which answers one question at a time.
        for (var page = await Page(stream, 0, ct); page.Count > 0; page = await Page(stream, page[^1].Position, ct))
            foreach (var entry in page) await Project(Recorded.From(entry), ct);
        await db.SaveChangesAsync(ct);
    }

    Task<List<Entry>> Page(string stream, int after, CancellationToken ct) =>
        db.Entries.AsNoTracking().Where(e => e.Stream == stream && e.Position > after).OrderBy(e => e.Position).Take(PageSize).ToListAsync(ct);

    Entry Write(string stream, Head? head, Fact fact)
    {
        if (fact.Event is IDeskWide != Streams.IsDeskWide(stream))
            throw new InvalidOperationException($"{fact.Event.GetType().Name} does not belong into the stream {stream}: what the desk's own streams hold is marked {nameof(IDeskWide)}, and nothing else.");
        var now = clock.GetUtcNow();
        var recordedAt = head is not null && head.RecordedAt > now ? head.RecordedAt : now;
        var (payload, salt) = (EventNames.Write(fact.Event), Chain.NewSalt());
        var envelope = new Envelope(
            (head?.Position ?? 0) + 1, EventNames.Of(fact.Event), fact.HappenedAt ?? recordedAt, recordedAt, call.Caller.Id, call.Caller.Name,
            call.By.Via, fact.Privileged, fact.Supersedes, Chain.Commit(salt, payload), head?.Hash ?? Chain.NewOrigin(Streams.IncidentOf(stream)));
        return envelope.ToEntry(stream, payload, salt);
    }
}
