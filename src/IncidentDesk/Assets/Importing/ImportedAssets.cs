namespace IncidentDesk.Assets.Importing;

/// <summary>What became of a file. Edges and stubs count what is new.</summary>
/// <param name="Import">Number of the import.</param>
/// <param name="Gone">Assets of the source that the file, which names everything, does not name.</param>
/// <param name="Merged">Keys that turned out to be names of assets known under another one.</param>
/// <param name="RejectedCount">All that was not taken.</param>
/// <param name="Rejected">The first of it.</param>
public sealed record ImportedAssets(
    int Import, int Added, int Updated, int Unchanged, int Edges, int Stubs, int Gone,
    int EdgesGone, int Merged, int RejectedCount, IReadOnlyList<Rejection> Rejected)
{
    public static ImportedAssets Of(ImportRun run) => new(
        run.Id, run.Added, run.Updated, run.Unchanged, run.Edges, run.Stubs,
        run.Gone, run.EdgesGone, run.Merged, run.Rejected, run.Rejections);
}
