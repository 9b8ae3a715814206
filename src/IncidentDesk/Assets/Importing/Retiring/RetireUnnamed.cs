using FluentValidation;
using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Assets.Importing.Applying;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using MediatR;

namespace IncidentDesk.Assets.Importing.Retiring;

/// <summary>What a file that names everything does not name: gone, as far as this source goes. Nothing is deleted.</summary>
[Allow(ImportAssets.Allowed)]
internal sealed record RetireUnnamed : ICommand<ImportRun>
{
    public required int Run { get; init; }
    public IReadOnlyList<int> Assets { get; init; } = [];
    public IReadOnlyList<AssetEdge> Edges { get; init; } = [];
}

internal sealed class RetireUnnamedValidator : AbstractValidator<RetireUnnamed>
{
    public RetireUnnamedValidator() => RuleFor(c => c.Assets).Must((c, assets) => assets.Count + c.Edges.Count > 0);
}

internal sealed class RetireUnnamedHandler(DeskDb db, ActiveImports active, TimeProvider clock)
    : IRequestHandler<RetireUnnamed, Outcome<ImportRun>>
{
    public async Task<Outcome<ImportRun>> Handle(RetireUnnamed c, CancellationToken ct)
    {
        var found = await db.UnderWay(c.Run, active.Node, ct);
        if (!found.Done) return found;
        var (run, at) = (found.Value, clock.GetUtcNow());

        var assets = await Assets(run, c.Assets, at, ct);
        var edges = await Edges(run, c.Edges, at, ct);
        await db.Changed(assets, edges, ct);
        run = new BatchCounts { Gone = assets.Count, EdgesGone = c.Edges.Count }.AddedTo(run) with { AliveAt = at };
        await db.Keep(run, ct);
        return run;
    }

    async Task<IReadOnlyList<int>> Assets(ImportRun run, IReadOnlyList<int> assets, DateTimeOffset at, CancellationToken ct)
    {
        if (assets.Count == 0) return [];
        await db.Temporary("unnamed", "asset integer", ct);
        await db.Dialect.Load(db, "unnamed", ["asset"], assets.Select(a => new object?[] { a }), ct);
        await db.Run(
            "UPDATE AssetSightings SET Gone = true WHERE Source = @source AND Run <> @run AND Asset IN (SELECT asset FROM unnamed)", ct,
            ("@source", run.Source), ("@run", run.Id));
        return await db.Retire(assets, at, ct);
    }

    /// <summary>The flows that no other source or job stands for any more.</summary>
    async Task<IReadOnlyList<EdgeChange>> Edges(ImportRun run, IReadOnlyList<AssetEdge> edges, DateTimeOffset at, CancellationToken ct)
    {
        if (edges.Count == 0) return [];
        await db.Temporary("ended", "origin integer, target integer, job integer", ct);
        await db.Dialect.Load(db, "ended", ["origin", "target", "job"], edges.Select(e => new object?[] { e.From, e.To, e.Job }), ct);
        await db.Run("""
            UPDATE AssetEdges SET GoneAt = @at FROM ended x
            WHERE AssetEdges."from" = x.origin AND AssetEdges."to" = x.target
              AND AssetEdges.Job = x.job AND Source = @source AND Run <> @run AND GoneAt IS NULL
            """,
            ct, ("@at", at), ("@source", run.Source), ("@run", run.Id));
        return await db.Rows("""
            SELECT DISTINCT x.origin, x.target FROM ended x
            WHERE NOT EXISTS (SELECT 1 FROM AssetEdges e WHERE e."from" = x.origin AND e."to" = x.target AND e.GoneAt IS NULL)
            """,
            r => new EdgeChange(r.GetInt32(0), r.GetInt32(1), true), ct);
    }
}
