using System.Collections.Concurrent;
using IncidentDesk.Door;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Sighting;

/// <summary>
/// Lets the first sighting of a source in a minute through and counts the others in memory until <see cref="Flush"/>: a job that
/// reports a thousand times a second neither floods the record nor keeps others from the writer.
/// </summary>
public sealed class SightingCounter(Desk desk, TimeProvider clock)
{
    /// <summary>Who makes up more names or times than this for one pause within a minute is counted under the name of the token.</summary>
    const int MostSlots = 50;

    readonly ConcurrentDictionary<Slot, SlotCount> _slots = new();

    public static DateTimeOffset MinuteOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    public async Task<Outcome<Sighted>> Report(ReportSighting c, Actor by, Terms terms, CancellationToken ct = default)
    {
        // Who gives a key, or says what they have seen, wants an answer of their own.
        if (terms != Terms.None) return await desk.Do(c, by, terms, ct);
        var seen = c.SeenAt ?? clock.GetUtcNow();
        var slot = SlotFor(c, by, seen);
        var mine = new SlotCount(clock.GetUtcNow());
        var tally = _slots.GetOrAdd(slot, mine);
        if (tally == mine)
        {
            var first = desk.Do(c, by, terms, ct);
            mine.First = first;
            var answer = await first;
            if (!answer.Done) _slots.TryRemove(slot, out _);
            return answer;
        }
        var before = await tally.Answered;
        if (!before.Done || !await IsStillSound(c, by, ct)) return await desk.Do(c, by, terms, ct);
        tally.More(seen);
        return before;
    }

    /// <summary>An answer given before says nothing about what this one holds, nor about who may see the pause by now.</summary>
    async Task<bool> IsStillSound(ReportSighting c, Actor by, CancellationToken ct) =>
        new ReportSightingValidator(clock).Problem(c) is null
        && await desk.Read(by, async (db, caller) => caller.Has(Roles.All) && await db.Pauses.AnyAsync(p => p.Key == c.Key, ct), ct);

    /// <summary>Writes down what was counted, and forgets minutes that have passed.</summary>
    public async Task Flush(CancellationToken ct = default)
    {
        var old = clock.GetUtcNow().AddMinutes(-2);
        foreach (var (slot, tally) in _slots)
        {
            if (tally.Take() is var (count, last) && count > 0)
                await desk.Do(new ReportSighting { Key = slot.Key, Source = slot.Source, SeenAt = last, Counted = count }, slot.By, ct: ct);
            if (tally.Since < old) _slots.TryRemove(slot, out _);
        }
    }

    Slot SlotFor(ReportSighting c, Actor by, DateTimeOffset seen)
    {
        var slot = new Slot(by, c.Key, c.Source.OrNull(), MinuteOf(seen));
        if (_slots.ContainsKey(slot) || _slots.Count < MostSlots) return slot;
        return _slots.Keys.Count(s => s.By == by && s.Key == c.Key) < MostSlots ? slot : slot with { Source = null, Minute = default };
    }

    sealed record Slot(Actor By, string Key, string? Source, DateTimeOffset Minute);

    sealed class SlotCount(DateTimeOffset since)
    {
        readonly TaskCompletionSource<Task<Outcome<Sighted>>> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly Lock _lock = new();
        int _count;
        DateTimeOffset _last;

        public DateTimeOffset Since { get; } = since;
        public Task<Outcome<Sighted>> First { set => _first.SetResult(value); }
        public Task<Outcome<Sighted>> Answered => _first.Task.Unwrap();

        public void More(DateTimeOffset seen)
        {
            lock (_lock) (_count, _last) = (_count + 1, seen > _last ? seen : _last);
        }

        public (int Count, DateTimeOffset Last) Take()
        {
            lock (_lock)
            {
                var taken = (_count, _last);
                _count = 0;
                return taken;
            }
        }
    }
}
