using System.Text.Json;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing.DataHub;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.DataHub;

/// <summary>DataHub's own example, counted a second time by hand.</summary>
public sealed class DataHubSampleTests
{
    static readonly Dictionary<string, AssetKind> Kinds = new()
    {
        ["dataJob"] = AssetKind.Job, ["dataFlow"] = AssetKind.Pipeline, ["chart"] = AssetKind.Chart,
        ["dashboard"] = AssetKind.Dashboard, ["mlModel"] = AssetKind.Model,
        ["mlFeature"] = AssetKind.Feature, ["mlPrimaryKey"] = AssetKind.Feature,
        ["mlFeatureTable"] = AssetKind.FeatureTable, ["container"] = AssetKind.Container,
    };

    [Fact]
    public async Task The_example_of_DataHub_is_read_whole()
    {
        var bytes = Samples.Bytes("datahub/bootstrap_mce.json");
        var heard = await Heard.From(new DataHubFormat(), bytes);
        var (kinds, owners, labels, edges) = Counted(bytes);

        // It names a member of its column lineage twice.
        Assert.Equal(["$[8]"], heard.Untaken.Select(u => u.Place));
        Assert.Equal(kinds, heard.Assets.DistinctBy(a => a.Key).GroupBy(a => a.Kind!.Value)
            .OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));
        Assert.Equal(owners, heard.Assets.Sum(a => a.Owners?.Count ?? 0));
        Assert.Equal(labels, heard.Assets.Sum(a => a.Labels?.Count ?? 0));
        Assert.Equal(edges, heard.Edges.Count);
        var again = await Heard.From(new DataHubFormat(), bytes);
        Assert.Equal(heard.Assets.Select(a => (a.Place, a.Key)), again.Assets.Select(a => (a.Place, a.Key)));
        Assert.Equal(heard.Edges, again.Edges);
    }

    static (IEnumerable<(AssetKind, int)> Kinds, int Owners, int Labels, int Edges) Counted(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var (urns, owners, labels, edges) = (new HashSet<string>(), 0, 0, 0);
        foreach (var record in json.RootElement.EnumerateArray())
        {
            if (!record.TryGetProperty("proposedSnapshot", out var snapshot))
            {
                urns.Add(record.GetProperty("entityUrn").GetString()!);
                continue;
            }
            var (urn, text) = (snapshot.EnumerateObject().Single().Value.GetProperty("urn").GetString()!, snapshot.GetRawText());
            urns.Add(urn);
            if (Kind(urn) is null) continue;
            owners += Times(text, "\"owner\":");
            labels += Times(text, "\"tag\":");
            // What each aspect reads from, by the words that stand only there; a job's in- and outputs are one each.
            foreach (var word in (string[])["\"TRANSFORMED\"", "\"COPY\"", "\"motivation\"", "\"inputDatasets\"", "\"inputDatajobs\""])
                edges += Times(text, word);
            if (text.Contains("ChartInfo", StringComparison.Ordinal)) edges += Times(text, "urn:li:dataset:");
            if (text.Contains("DashboardInfo", StringComparison.Ordinal)) edges += Times(text, "urn:li:chart:");
            if (text.Contains("MLFeatureProperties", StringComparison.Ordinal)
                || text.Contains("MLPrimaryKeyProperties", StringComparison.Ordinal))
                edges += Times(text, "urn:li:dataset:");
            if (text.Contains("MLFeatureTableProperties", StringComparison.Ordinal))
                edges += Times(text, "urn:li:mlFeature:") + Times(text, "urn:li:mlPrimaryKey:");
        }
        return (urns.Select(Kind).OfType<AssetKind>().GroupBy(k => k).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())),
            owners, labels, edges);
    }

    static AssetKind? Kind(string urn) =>
        urn.Split(':')[2] is var type && type != "dataset" ? Kinds.TryGetValue(type, out var kind) ? kind : null
            : urn.Contains(":kafka,", StringComparison.Ordinal) ? AssetKind.Topic
            : urn.Contains(":hdfs,", StringComparison.Ordinal) || urn.Contains(":s3,", StringComparison.Ordinal) ? AssetKind.FileSet
            : AssetKind.Table;

    static int Times(string text, string word) => text.Split(word).Length - 1;
}
