using IncidentDesk.Door;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Due;

/// <summary>
/// Does what is due, on one of several nodes, as the desk itself. One item that fails holds up no other: its lease runs on, and when
/// that ends it is tried again.
/// </summary>
internal sealed partial class DueWorker(Desk desk, IEnumerable<IFallsDue> kinds, TimeProvider clock, ILogger<DueWorker> log)
    : Periodic(clock, log)
{
    readonly Dictionary<string, IFallsDue> _kinds = kinds.ToDictionary(k => k.Kind);
    readonly TimeProvider _clock = clock;
    readonly ILogger _log = log;

    protected override TimeSpan Every => TimeSpan.FromSeconds(10);

    public override async Task Beat(CancellationToken ct)
    {
        IReadOnlyList<TakenDue> taken;
        do
        {
            if (!await SomethingIsDue(ct)) return;
            var outcome = await desk.Do(new TakeDue { Kinds = [.. _kinds.Keys] }, Actor.System, ct: ct);
            taken = outcome.Value ?? [];
            foreach (var item in taken) await Do(item, ct);
        }
        while (taken.Count == TakeDue.Most);
    }

    /// <summary>Looking costs no turn at the writer.</summary>
    Task<bool> SomethingIsDue(CancellationToken ct) => desk.Read(Actor.System, async (db, _) =>
    {
        using var all = db.SeeingAll();
        return await db.DueNow([.. _kinds.Keys], _clock.GetUtcNow()).AnyAsync(ct);
    }, ct);

    async Task Do(TakenDue item, CancellationToken ct)
    {
        try
        {
            var outcome = await desk.Do(_kinds[item.Due.Kind].Command(item.Due), Actor.System, ct: ct);
            if (outcome.Refusal is { } refusal) Refused(_log, item.Due.Kind, item.Due.Stream, item.Tries, refusal.Why);
            else if (item.Tries > 1) AtLast(_log, item.Due.Kind, item.Due.Stream, item.Tries);
        }
        catch (Exception broken) when (!ct.IsCancellationRequested)
        {
            Failed(_log, item.Due.Kind, item.Due.Stream, item.Tries, broken);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Due {Kind} of {Stream} failed at try {Tries}; it is tried again later.")]
    static partial void Failed(ILogger log, string kind, string stream, int tries, Exception broken);

    [LoggerMessage(2, LogLevel.Error, "Due {Kind} of {Stream} was refused at try {Tries}; it is tried again later. {Why}")]
    static partial void Refused(ILogger log, string kind, string stream, int tries, string why);

    [LoggerMessage(3, LogLevel.Warning, "Due {Kind} of {Stream} was carried out at try {Tries}.")]
    static partial void AtLast(ILogger log, string kind, string stream, int tries);
}
