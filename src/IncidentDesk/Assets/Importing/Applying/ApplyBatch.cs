using FluentValidation;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>The next part of a file that is being imported.</summary>
[Allow(ImportAssets.Allowed)]
internal sealed record ApplyBatch : ICommand<ImportRun>
{
    public required int Run { get; init; }

    /// <summary>Where in the file it begins, counted in statements.</summary>
    public required int From { get; init; }
    [JudgedWhenRead]
    public required IReadOnlyList<CatalogueStatement> Statements { get; init; }

    /// <summary>
    /// What each asset among them says, in their order, as <see cref="Digest"/> puts it. Worked out
    /// while the batch before is written.
    /// </summary>
    public required IReadOnlyList<long> Digests { get; init; }
    public required Func<AssetName, bool> IsCommon { get; init; }
}

internal sealed class ApplyBatchValidator : AbstractValidator<ApplyBatch>
{
    public ApplyBatchValidator() => RuleFor(c => c.Statements).NotEmpty();
}

internal sealed class ApplyBatchHandler(DeskDb db, ActiveImports active, TimeProvider clock)
    : IRequestHandler<ApplyBatch, Outcome<ImportRun>>
{
    public async Task<Outcome<ImportRun>> Handle(ApplyBatch c, CancellationToken ct)
    {
        var found = await db.UnderWay(c.Run, active.Node, ct);
        if (!found.Done) return found;
        var (run, at) = (found.Value, clock.GetUtcNow());
        if (run.Taken != c.From)
            throw new InvalidOperationException($"Import {run.Id} is at {run.Taken}, but the batch begins at {c.From}.");

        var (assets, edges) = (c.Statements.OfType<StatedAsset>().ToList(), c.Statements.OfType<StatedEdge>().ToList());
        if (assets.Count > 0) run = (await new AssetBatch(db, run, at).Write(assets, c.Digests, c.IsCommon, ct)).AddedTo(run);
        if (edges.Count > 0) run = (await new EdgeBatch(db, run, at).Write(edges, ct)).AddedTo(run);
        run = run with { Taken = c.From + c.Statements.Count, AliveAt = at };
        await db.Keep(run, ct);
        return run;
    }
}
