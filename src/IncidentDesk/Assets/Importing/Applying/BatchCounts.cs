namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>What became of one batch; the counts of a run are the sum of its batches.</summary>
internal sealed record BatchCounts
{
    public int Added { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }
    public int Edges { get; init; }
    public int Stubs { get; init; }
    public int Gone { get; init; }
    public int EdgesGone { get; init; }
    public int Merged { get; init; }
    public IReadOnlyList<Rejection> Rejected { get; init; } = [];

    public ImportRun AddedTo(ImportRun run) => run with
    {
        Added = run.Added + Added, Updated = run.Updated + Updated,
        Unchanged = run.Unchanged + Unchanged, Edges = run.Edges + Edges, Stubs = run.Stubs + Stubs,
        Gone = run.Gone + Gone, EdgesGone = run.EdgesGone + EdgesGone,
        Merged = run.Merged + Merged, Rejected = run.Rejected + Rejected.Count,
        Rejections = Rejected.Count == 0 ? run.Rejections : [.. run.Rejections.Concat(Rejected).Take(Checking.CheckedFile.MostShown)],
    };
}
