using System.Text.Json;
using IncidentDesk.Assets.Importing.Dbt;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.Dbt;

public sealed class DbtSampleTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void A_real_project_is_read_as_a_few_lines_count_it(bool withCatalog)
    {
        var (manifest, catalog) = (Samples.Bytes("dbt-hubspot/manifest.json"), Samples.Bytes("dbt-hubspot/catalog.json"));
        var parts = withCatalog ? new[] { Sent.Part(manifest, "manifest.json"), Sent.Part(catalog, "catalog.json") }
            : [Sent.Part(manifest, "manifest.json")];

        Assert.Equal(Count(manifest, withCatalog ? catalog : null), Counted.Of(new DbtFormat(), new Sent(parts)));
    }

    [Fact]
    public void Its_sizes_are_these()
    {
        var counted = Counted.Of(new DbtFormat(), Sent.Bytes(Samples.Bytes("dbt-hubspot/manifest.json"), "manifest.json"));

        // 154 models less 4 ephemeral ones, 56 seeds, 61 sources, of which 56 are the seeds under another name.
        Assert.Equal(211, counted.Assets);
    }

    /// <summary>By the map of parents, which the reader does not look at.</summary>
    static Counted Count(byte[] manifestBytes, byte[]? catalogBytes)
    {
        using var manifest = JsonDocument.Parse(manifestBytes);
        var nodes = manifest.RootElement.GetProperty("nodes").EnumerateObject()
            .Concat(manifest.RootElement.GetProperty("sources").EnumerateObject())
            .Concat(manifest.RootElement.GetProperty("exposures").EnumerateObject()).ToDictionary(n => n.Name, n => n.Value);
        var relations = nodes.Where(n => n.Key.StartsWith("exposure.", StringComparison.Ordinal)
            || (n.Value.TryGetProperty("relation_name", out var r) && r.ValueKind is JsonValueKind.String)).Select(n => n.Key).ToHashSet();
        var parents = manifest.RootElement.GetProperty("parent_map").EnumerateObject()
            .ToDictionary(n => n.Name, n => n.Value.EnumerateArray().Select(p => p.GetString()!).ToArray());

        IEnumerable<string> Above(string id) => parents[id].SelectMany(p => relations.Contains(p) ? [p] : Above(p));

        // A table that is a seed and a source is one table.
        var table = relations.ToDictionary(id => id, id => nodes[id].TryGetProperty("relation_name", out var r) ? r.GetString()! : id);
        using var catalog = JsonDocument.Parse(catalogBytes ?? """{"nodes":{},"sources":{}}"""u8.ToArray());
        var owners = catalog.RootElement.GetProperty("nodes").EnumerateObject()
            .Concat(catalog.RootElement.GetProperty("sources").EnumerateObject())
            .Where(n => relations.Contains(n.Name))
            .Select(n => (table[n.Name], n.Value.GetProperty("metadata").GetProperty("owner").GetString())).Distinct().Count();
        Assert.All(relations, id => Assert.Equal(0, nodes[id].GetProperty("tags").GetArrayLength()));
        return new(table.Values.Distinct().Count(),
            relations.SelectMany(id => Above(id).Select(p => (table[p], table[id]))).Distinct().Count(), owners, 0, 0);
    }
}
