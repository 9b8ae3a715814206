using FluentValidation;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Importing.Finishing;

/// <summary>It cannot go on. What was taken stays; the same file goes on behind it.</summary>
[Allow(ImportAssets.Allowed)]
internal sealed record StopImport(int Run, [property: Lines] string Why) : ICommand<ImportRun>;

internal sealed class StopImportValidator : AbstractValidator<StopImport>
{
    public StopImportValidator() => RuleFor(c => c.Why).NotEmpty();
}

internal sealed class StopImportHandler(DeskDb db, ActiveImports active, TimeProvider clock)
    : IRequestHandler<StopImport, Outcome<ImportRun>>
{
    public async Task<Outcome<ImportRun>> Handle(StopImport c, CancellationToken ct)
    {
        var found = await db.UnderWay(c.Run, active.Node, ct);
        if (!found.Done) return found;
        var run = found.Value with { State = ImportState.Stopped, FinishedAt = clock.GetUtcNow(), Why = c.Why };
        await db.Keep(run, ct);
        return run;
    }
}
