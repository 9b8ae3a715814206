using FluentValidation;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Importing.Taking;

/// <summary>The next part of a file that is being imported.</summary>
[Allow(ImportAssets.Allowed)]
internal sealed record TakeBatch : ICommand<ImportRun>
{
    public required int Run { get; init; }

    /// <summary>Where in the file it begins, counted in statements.</summary>
    public required int From { get; init; }
    [JudgedWhenRead]
    public required IReadOnlyList<Told> Told { get; init; }

    /// <summary>
    /// What each asset among them says, in their order, as <see cref="Digest"/> puts it. Worked out
    /// while the batch before is written.
    /// </summary>
    public required IReadOnlyList<long> Said { get; init; }
    public required Func<AssetName, bool> IsCommon { get; init; }
}

internal sealed class TakeBatchValidator : AbstractValidator<TakeBatch>
{
    public TakeBatchValidator() => RuleFor(c => c.Told).NotEmpty();
}

internal sealed class TakeBatchHandler(DeskDb db, ActiveImports active, TimeProvider clock) : IRequestHandler<TakeBatch, Outcome<ImportRun>>
{
    public async Task<Outcome<ImportRun>> Handle(TakeBatch c, CancellationToken ct)
    {
        var found = await db.UnderWay(c.Run, active.Node, ct);
        if (!found.Done) return found;
        var (run, at) = (found.Value, clock.GetUtcNow());
        if (run.Taken != c.From)
            throw new InvalidOperationException($"Import {run.Id} is at {run.Taken}, but the batch begins at {c.From}.");

        var (assets, edges) = (c.Told.OfType<ToldAsset>().ToList(), c.Told.OfType<ToldEdge>().ToList());
        if (assets.Count > 0) run = (await new TakenAssets(db, run, at).Write(assets, c.Said, c.IsCommon, ct)).AddedTo(run);
        if (edges.Count > 0) run = (await new TakenEdges(db, run, at).Write(edges, ct)).AddedTo(run);
        run = run with { Taken = c.From + c.Told.Count, AliveAt = at };
        await db.Keep(run, ct);
        return run;
    }
}
