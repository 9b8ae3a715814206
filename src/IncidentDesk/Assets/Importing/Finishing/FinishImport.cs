using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Importing.Finishing;

/// <summary>Everything the file says is taken. It is noted in the record, if it said anything new.</summary>
[Allow(ImportAssets.Allowed)]
internal sealed record FinishImport(int Run) : ICommand<ImportRun>;

internal sealed class FinishImportValidator : AbstractValidator<FinishImport>
{
    public FinishImportValidator() => RuleFor(c => c.Run).GreaterThan(0);
}

internal sealed class FinishImportHandler(DeskDb db, Recorder recorder, ActiveImports active, TimeProvider clock)
    : IRequestHandler<FinishImport, Outcome<ImportRun>>
{
    public async Task<Outcome<ImportRun>> Handle(FinishImport c, CancellationToken ct)
    {
        var found = await db.UnderWay(c.Run, active.Node, ct);
        if (!found.Done) return found;
        var (run, at) = (found.Value, clock.GetUtcNow());
        if (EventOf(run) is { } imported && await recorder.Append(Streams.Catalogue, ct, imported) is { Refusal: { } refused })
            return refused;

        var source = await db.CatalogueSources.AsNoTracking().SingleAsync(s => s.Id == run.Source, ct);
        await db.Keep(source with { Format = run.Format, ImportedAt = at, CompleteAt = run.Complete ? at : source.CompleteAt }, ct);
        run = run with { State = ImportState.Done, FinishedAt = at, Total = run.Taken };
        await db.Keep(run, ct);
        return run;
    }

    /// <summary>A file that says nothing new leaves no trace in the record, however often a job sends it.</summary>
    static CatalogueImported? EventOf(ImportRun r) =>
        r is { Added: 0, Updated: 0, Edges: 0, Stubs: 0, Gone: 0, EdgesGone: 0, Merged: 0 } ? null
            : new(r.SourceName, r.Format, r.File, r.Sha256, r.Complete, r.Added, r.Updated,
                r.Unchanged, r.Edges, r.Stubs, r.Gone, r.EdgesGone, r.Merged, r.Rejected);
}
