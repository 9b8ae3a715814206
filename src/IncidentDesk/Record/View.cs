using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Record;

/// <summary>
/// One kind of row and the fold that makes it. The table holds the rows of now, written entry by entry; for a moment before, the
/// same fold makes them again where anything was recorded since. So a query is written once, for now and for every moment.
/// </summary>
internal abstract class View<TRow> : IProjection where TRow : class
{
    /// <summary>The entries that can change such a row; a fold leaves what is not about it as it was.</summary>
    protected abstract Expression<Func<Entry, bool>> Entries { get; }

    /// <summary>Which row an entry is about, by the key of its table; null when it is about none.</summary>
    protected abstract object[]? KeyOf(Recorded what);

    protected abstract object[] KeyOf(TRow row);

    /// <summary>The stream that holds every entry about the row.</summary>
    protected abstract string StreamOf(TRow row);

    /// <summary>The row after one more entry: pure, no clock, no look at other streams.</summary>
    protected abstract TRow? Fold(TRow? was, Recorded what);

    /// <summary>
    /// The rows that the caller sees: the table itself for now, what they were for a moment before. Those that nobody had recorded
    /// by then are not among them.
    /// </summary>
    /// <param name="db">As the caller sees it.</param>
    /// <param name="moment">Of which time.</param>
    /// <param name="which">Only these, chosen by what never changes in the life of a row.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<IQueryable<TRow>> At(DeskDb db, Moment moment, Expression<Func<TRow, bool>> which, CancellationToken ct)
    {
        var table = db.Set<TRow>().AsNoTracking().Where(which);
        return moment.IsNow ? table : (await Then(db, await table.ToListAsync(ct), moment.At, ct)).AsQueryable();
    }

    /// <summary>One row that the caller was shown, as it was; null where nobody had recorded it by then.</summary>
    public async Task<TRow?> At(DeskDb db, TRow row, Moment moment, CancellationToken ct) =>
        moment.IsNow ? row : (await Then(db, [row], moment.At, ct)).SingleOrDefault();

    public virtual async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (KeyOf(what) is not { } key) return;
        var was = await db.Set<TRow>().FindAsync(key, ct);
        var now = Fold(was, what)
            ?? throw new InvalidDataException($"{what.Entry.Kind} at {what.Position} is about what nobody recorded before.");
        if (was is null) db.Set<TRow>().Add(now);
        else db.Entry(was).CurrentValues.SetValues(now);
        await Written(db, what, now, ct);
    }

    /// <summary>What is kept beside the row of now, such as when something falls due.</summary>
    protected virtual Task Written(DeskDb db, Recorded what, TRow now, CancellationToken ct) => Task.CompletedTask;

    public abstract Task Clear(DeskDb db, string stream, CancellationToken ct);

    /// <summary>The streams of these rows in which something about them was recorded after that instant.</summary>
    protected virtual async Task<IReadOnlySet<string>> ChangedSince(
        DeskDb db, IReadOnlyList<TRow> rows, DateTimeOffset then, CancellationToken ct)
    {
        var since = db.Entries.Where(e => e.RecordedAt > then).Where(Entries);
        // One stream is read along the key, many along the index of times.
        if (rows.Select(StreamOf).Distinct().Take(2).ToList() is [var only]) since = since.Where(e => e.Stream == only);
        return (await since.Select(e => e.Stream).Distinct().ToListAsync(ct)).ToHashSet();
    }

    /// <summary>In the order of the table; every stream that has moved on is read once, whatever rows it holds.</summary>
    async Task<IReadOnlyList<TRow>> Then(DeskDb db, List<TRow> rows, DateTimeOffset then, CancellationToken ct)
    {
        var changed = await ChangedSince(db, rows, then, ct);
        string[] streams = [.. rows.Select(StreamOf).Where(changed.Contains).Distinct()];
        if (streams.Length == 0) return rows;

        var known = new Dictionary<string, TRow>();
        var entries = db.Entries.AsNoTracking().Where(e => EF.Parameter(streams).Contains(e.Stream) && e.RecordedAt <= then).Where(Entries);
        await foreach (var what in entries.OrderBy(e => e.Stream).ThenBy(e => e.Position)
            .AsAsyncEnumerable().Select(Recorded.From).WithCancellation(ct))
            if (KeyOf(what) is { } about && Fold(known.GetValueOrDefault(Text(about)), what) is { } row) known[Text(about)] = row;
        return [.. rows.Select(row => changed.Contains(StreamOf(row)) ? known.GetValueOrDefault(Text(KeyOf(row))) : row).OfType<TRow>()];
    }

    static string Text(object[] key) => string.Join('\n', key);
}

internal static class ViewReading
{
    /// <summary>Reads a table as well as rows that are in memory already.</summary>
    public static async Task<List<T>> Read<T>(this IQueryable<T> rows, CancellationToken ct) =>
        rows is IAsyncEnumerable<T> ? await rows.ToListAsync(ct) : [.. rows];
}
