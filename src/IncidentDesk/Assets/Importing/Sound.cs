using IncidentDesk.Assets.Importing.Files;

namespace IncidentDesk.Assets.Importing;

/// <summary>Lets through what the catalogue can hold, and says of the rest why it was not taken.</summary>
internal static class Sound
{
    const int LongestOwner = 200, LongestLabel = 200, LongestName = 2_000;

    public static IEnumerable<Told> Only(IEnumerable<Told> all) => all.SelectMany(told => told switch
    {
        ToldAsset asset => AssetKey.Problem(asset.Key) is { } problem ? [new Untaken(asset.Place, $"“{SpooledFile.Shown(asset.Key)}”: {problem}")] : Asset(asset),
        ToldEdge edge => Edge(edge),
        _ => [told],
    });

    /// <summary>Part by part; of several, each place says in which one it is.</summary>
    public static IEnumerable<Told> Parts(CatalogueFile file, Func<CataloguePart, IEnumerable<Told>> read) => Only(file.Parts is [var only] ? read(only)
        : file.Parts.SelectMany(part => read(part).Select(told => told with { Place = $"{SpooledFile.Shown(part.Name)}: {told.Place}" })));

    static IEnumerable<Told> Edge(ToldEdge edge)
    {
        foreach (var end in (string[])[edge.From, edge.To])
            if (AssetKey.Problem(end) is { } problem)
                return [new Untaken(edge.Place, $"Lineage from or to “{SpooledFile.Shown(end)}” was left out. {problem}")];
        return [edge.Job is { } job && AssetKey.Problem(job) is not null ? edge with { Job = null } : edge];
    }

    /// <summary>An owner or a label that is no word is left out, and the asset taken without it.</summary>
    static IEnumerable<Told> Asset(ToldAsset asset)
    {
        var (owners, labels) = (asset.Owners?.Where(o => IsWord(o.Name, LongestOwner)).ToList(), asset.Labels?.Where(l => IsWord(l.Value, LongestLabel)).ToList());
        var names = asset.Names.Where(n => IsWord(n.Value, LongestName)).ToList();
        yield return asset with { Owners = owners, Labels = labels, Names = names };
        var lost = (asset.Owners?.Count - owners?.Count ?? 0) + (asset.Labels?.Count - labels?.Count ?? 0) + asset.Names.Count - names.Count;
        if (lost > 0) yield return new Untaken(asset.Place, $"{lost} of its names, owners and labels are empty, too long or hold control characters; the asset was taken without them.");
    }

    static bool IsWord(string text, int most) => text.Length > 0 && text.Length <= most && !text.Any(char.IsControl);
}
