using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Record;

/// <summary>
/// Appends entries to a stream and projects them, inside the transaction of the command; then what follows from them, see
/// <see cref="IFollows{TEvent}"/>, and what follows from that.
/// </summary>
internal sealed class Recorder(DeskDb db, Call call, TimeProvider clock, IEnumerable<IProjection> projections, Consequences consequences)
{
    const int PageSize = 500;

    /// <summary>So many steps lead from what was sent to the last thing that follows; more are a circle.</summary>
    internal const int MostSteps = 8;

    /// <summary>Returns where the stream is afterwards; <paramref name="facts"/> must not be empty.</summary>
    /// <inheritdoc cref="Record"/>
    public async Task<Outcome<int>> Append(string stream, CancellationToken ct, params IReadOnlyList<Fact> facts)
    {
        var written = await Record(stream, ct, facts);
        return written.Done ? written.Value.Head : written.Refusal;
    }

    /// <summary>The same for a caller by whose entry something will be known.</summary>
    /// <exception cref="InvalidOperationException">What follows takes more than <see cref="MostSteps"/> steps.</exception>
    public async Task<Outcome<Written>> Record(string stream, CancellationToken ct, params IReadOnlyList<Fact> facts)
    {
        var head = await db.Head(stream, ct);
        if (call.Terms.Seen is { } seen && seen != (head?.Position ?? 0)) return new Refusal.Stale(seen, head?.Position ?? 0);
        // What the same command writes later is not stale: the sender has seen all but that.
        call.Terms = call.Terms with { Seen = null };

        var causes = new Queue<Cause>();
        var last = await Write(stream, head, facts, steps: 0, causes, ct);
        call.About.Add(stream);
        return new Written(last, causes.Count == 0 ? last : await Follow(stream, causes, ct) ?? last);
    }

    /// <summary>Returns where this stream is, if something followed in it.</summary>
    async Task<int?> Follow(string stream, Queue<Cause> causes, CancellationToken ct)
    {
        int? position = null;
        using var all = db.SeeingAll();
        while (causes.TryDequeue(out var cause))
            foreach (var follower in cause.Followers)
                foreach (var next in await follower.Ask(cause.What, db, ct))
                {
                    if (cause.Steps == MostSteps) throw new InvalidOperationException(Circle(cause, follower));
                    var grown = await Write(next.Stream, await db.Head(next.Stream, ct), next.Facts, cause.Steps + 1, causes, ct);
                    if (next.Stream == stream) position = grown;
                }
        return position;
    }

    /// <summary>Saves, so that whoever is asked next finds it in the tables.</summary>
    async Task<int> Write(string stream, Head? head, IReadOnlyList<Fact> facts, int steps, Queue<Cause> causes, CancellationToken ct)
    {
        foreach (var fact in facts)
        {
            var what = new Recorded(Sealed(stream, head, fact), fact.Event);
            await db.Insert(what.Entry, ct);
            await Project(what, ct);
            head = new Head(what.Position, what.Entry.Hash, what.Entry.RecordedAt);
            if (consequences.Of(fact.Event) is { Count: > 0 } followers) causes.Enqueue(new(what, followers, steps));
        }
        await db.SaveChangesAsync(ct);
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
        db.Entries.AsNoTracking().Where(e => e.Stream == stream && e.Position > after)
            .OrderBy(e => e.Position).Take(PageSize).ToListAsync(ct);

    Entry Sealed(string stream, Head? head, Fact fact)
    {
        if (fact.Event is IDeskWide != Streams.IsDeskWide(stream))
            throw new InvalidOperationException($"{fact.Event.GetType().Name} does not belong into the stream {stream}: "
                + $"what the desk's own streams hold is marked {nameof(IDeskWide)}, and nothing else.");
        var now = clock.GetUtcNow();
        var recordedAt = head is not null && head.RecordedAt > now ? head.RecordedAt : now;
        var (payload, salt) = (EventNames.Write(fact.Event), Chain.NewSalt());
        var envelope = new Envelope(
            (head?.Position ?? 0) + 1, EventNames.Of(fact.Event),
            fact.HappenedAt ?? recordedAt, recordedAt, call.Caller.Id, call.Caller.Name,
            call.By.Via, fact.Privileged, fact.Supersedes, Chain.Commit(salt, payload),
            head?.Hash ?? Chain.NewOrigin(Streams.IncidentOf(stream)));
        return envelope.ToEntry(stream, payload, salt);
    }

    static string Circle(Cause last, Follower follower) =>
        $"{follower.Name} answers {last.What.Entry.Kind} with more, {MostSteps} steps after what was sent. "
        + "What follows goes round in a circle; nothing was saved.";

    /// <param name="Steps">How many lead to it from what was sent.</param>
    sealed record Cause(Recorded What, IReadOnlyList<Follower> Followers, int Steps);
}

/// <param name="Last">Position of the last entry that was asked for.</param>
/// <param name="Head">Position of the last entry of its stream, with what followed.</param>
internal readonly record struct Written(int Last, int Head);
