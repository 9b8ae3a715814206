using System.Diagnostics;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Importing.Finishing;
using IncidentDesk.Assets.Importing.Retiring;
using IncidentDesk.Assets.Importing.Applying;
using IncidentDesk.Door;

namespace IncidentDesk.Assets.Importing.Running;

/// <summary>One import from its first batch to its end. While a batch is written the next one is read.</summary>
internal sealed class ImportJob(Desk desk, ImportRun begun, CheckedFile file, Actor by)
{
    /// <summary>Whoever declares an incident meanwhile waits for one batch; so it is made as large as this time allows.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(90);
    const int Smallest = 500, Largest = 8_000, Retired = 5_000;

    readonly Digest _digest = new();
    ImportRun _run = begun;
    int _size = 5_000;

    public int Id => _run.Id;

    public async Task Run(CancellationToken ct)
    {
        string? why = null;
        try
        {
            if ((await Apply(ct) ?? await Retire(ct) ?? (await desk.Do(new FinishImport(Id), by, ct: ct)).Refusal) is { } refusal)
                why = refusal.Why;
        }
        catch (OperationCanceledException)
        {
            why = "the desk was shut down";
        }
        catch (UnreadableException changed)
        {
            why = changed.Message;
        }
        catch (Exception broken)
            when (broken is System.Data.Common.DbException or IOException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            why = $"the database or the disk failed ({broken.GetBaseException().Message})";
        }
        // Best effort: a run that nobody carries out any more counts as stopped in any case.
        if (why is not null) await desk.Do(new StopImport(Id, why), by, ct: CancellationToken.None);
    }

    async Task<Refusal?> Apply(CancellationToken ct)
    {
        using var statements = file.From(_run.Taken).GetEnumerator();
        var next = Next(statements);
        while (next.Statements.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            var batch = next;
            var reading = Task.Run(() => Next(statements), ct);
            var began = Stopwatch.GetTimestamp();
            var applied = await desk.Do(new ApplyBatch
            {
                Run = Id, From = _run.Taken, Statements = batch.Statements, Digests = batch.Digests, IsCommon = file.IsCommon
            }, by, ct: ct);
            _size = (int)Math.Clamp(batch.Statements.Count * (Patience / Stopwatch.GetElapsedTime(began)),
                Math.Max(Smallest, _size / 2), Math.Min(Largest, _size * 2));
            next = await reading;
            if (!applied.Done) return applied.Refusal;
            _run = applied.Value;
        }
        return null;
    }

    (List<CatalogueStatement> Statements, List<long> Digests) Next(IEnumerator<CatalogueStatement> statements)
    {
        var (batch, digests) = (new List<CatalogueStatement>(_size), new List<long>(_size));
        while (batch.Count < _size && statements.MoveNext())
        {
            batch.Add(statements.Current);
            if (statements.Current is StatedAsset asset) digests.Add(_digest.Of(asset));
        }
        return (batch, digests);
    }

    /// <summary>Looks for what the file did not name without holding anybody up, and marks it a piece at a time.</summary>
    async Task<Refusal?> Retire(CancellationToken ct)
    {
        if (!_run.Complete) return null;
        for (var after = 0; ;)
        {
            var assets = await desk.Read(by, (db, _) => ImportQueries.Unnamed(db, _run, after, Retired, ct), ct);
            if (assets.Count == 0) break;
            if ((await desk.Do(new RetireUnnamed { Run = Id, Assets = assets }, by, ct: ct)).Refusal is { } refusal) return refusal;
            after = assets[^1];
        }
        for (var from = 0; ;)
        {
            var edges = await desk.Read(by, (db, _) => ImportQueries.UnnamedEdges(db, _run, from, Retired, ct), ct);
            if (edges.Count == 0) return null;
            if ((await desk.Do(new RetireUnnamed { Run = Id, Edges = edges }, by, ct: ct)).Refusal is { } refusal) return refusal;
            from = edges[^1].From;
        }
    }
}
