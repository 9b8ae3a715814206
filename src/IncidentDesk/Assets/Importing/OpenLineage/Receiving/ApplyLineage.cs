using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Importing.Applying;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Importing.OpenLineage.Receiving;

/// <summary>Applies to the catalogue what clients sent in the last moments. Everything of one day is one run.</summary>
[Allow(Allowed)]
internal sealed record ApplyLineage : ICommand<ImportRun>
{
    public const Roles Allowed = Roles.Lineage | ImportAssets.Allowed;

    /// <summary>Each key once.</summary>
    [JudgedWhenRead]
    public required IReadOnlyCollection<StatedAsset> Assets { get; init; }

    [JudgedWhenRead]
    public required IReadOnlyCollection<StatedEdge> Edges { get; init; }

    /// <summary>Over the hashes of the bodies, one behind the other; 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
    public required int Rejected { get; init; }
}

internal sealed class ApplyLineageValidator : AbstractValidator<ApplyLineage>
{
    public ApplyLineageValidator() => RuleFor(c => c.Sha256).Length(64);
}

internal sealed class ApplyLineageHandler(DeskDb db, Recorder recorder, Call call, TimeProvider clock)
    : IRequestHandler<ApplyLineage, Outcome<ImportRun>>
{
    public const string Source = "OpenLineage clients";
    const int RunsKept = 400;

    public async Task<Outcome<ImportRun>> Handle(ApplyLineage c, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var source = await db.Source(Source, ct);
        var before = await Today(source, c.Sha256, at, ct);
        var run = before with { Sha256 = c.Sha256, AliveAt = at, FinishedAt = at, Rejected = before.Rejected + c.Rejected };
        var digest = new Digest();
        if (c.Assets.Count > 0)
            run = (await new AssetBatch(db, run, at).Write([.. c.Assets], [.. c.Assets.Select(digest.Of)], _ => false, ct)).AddedTo(run);
        if (c.Edges.Count > 0) run = (await new EdgeBatch(db, run, at).Write([.. c.Edges], ct)).AddedTo(run);
        run = run with { Taken = before.Taken + c.Assets.Count + c.Edges.Count, Total = before.Taken + c.Assets.Count + c.Edges.Count };
        await db.Keep(run, ct);
        await db.Keep(source with { Format = run.Format, ImportedAt = at }, ct);
        if (EventOf(before, run) is { } imported && await recorder.Append(Streams.Catalogue, ct, imported) is { Refusal: { } refused })
            return refused;
        return run;
    }

    async Task<ImportRun> Today(CatalogueSource source, string sha256, DateTimeOffset at, CancellationToken ct)
    {
        var last = await db.ImportRuns.AsNoTracking().Where(r => r.Source == source.Id)
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        if (last is { State: ImportState.Done } && last.StartedAt.UtcDateTime.Date == at.UtcDateTime.Date) return last;
        var id = (await db.ImportRuns.MaxAsync(r => (int?)r.Id, ct) ?? 0) + 1;
        await db.ForgetRuns(source.Id, id, RunsKept, ct);
        return new()
        {
            Id = id, Source = source.Id, SourceName = source.Name, Format = "openlineage",
            File = $"events of {at.UtcDateTime:yyyy-MM-dd} (UTC)", Sha256 = sha256,
            StartedBy = call.Caller.Id, StartedByName = call.Caller.Name, StartedAt = at, State = ImportState.Done,
        };
    }

    /// <summary>Runs repeat themselves all day; only what is new to the catalogue is worth an entry.</summary>
    static CatalogueImported? EventOf(ImportRun was, ImportRun now)
    {
        var said = new CatalogueImported(now.SourceName, now.Format, now.File, now.Sha256, false,
            now.Added - was.Added, now.Updated - was.Updated, now.Unchanged - was.Unchanged,
            now.Edges - was.Edges, now.Stubs - was.Stubs, now.Gone - was.Gone,
            now.EdgesGone - was.EdgesGone, now.Merged - was.Merged, now.Rejected - was.Rejected);
        return said is { Added: 0, Edges: 0, Stubs: 0, Gone: 0, EdgesGone: 0, Merged: 0 } ? null : said;
    }
}
