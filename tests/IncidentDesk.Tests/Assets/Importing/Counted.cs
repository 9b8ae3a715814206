using System.Text.Json;
using IncidentDesk.Assets.Importing;

namespace IncidentDesk.Tests.Assets.Importing;

/// <summary>What a reader tells of a file, counted: each asset, edge, owner of an asset and label of an asset once.</summary>
internal sealed record Counted(int Assets, int Edges, int Owners, int Labels, int Untaken)
{
    /// <summary>Reads it twice, because an import does, and demands that both say the same.</summary>
    public static Counted Of(ICatalogueFormat format, CatalogueFile file)
    {
        var (told, again) = (format.Read(file).ToList(), format.Read(file).ToList());
        Assert.Equal(told.Select(Said), again.Select(Said));
        var assets = told.Assets().ToLookup(a => a.Key);
        return new(
            assets.Count, told.OfType<StatedEdge>().Select(e => (e.From, e.To, e.Job)).Distinct().Count(),
            assets.Sum(a => a.SelectMany(x => x.Owners ?? []).Distinct().Count()),
            assets.Sum(a => a.SelectMany(x => x.Labels ?? []).Distinct().Count()),
            told.Untaken().Count());
    }

    static string Said(CatalogueStatement statement) => JsonSerializer.Serialize(statement, statement.GetType());
}
