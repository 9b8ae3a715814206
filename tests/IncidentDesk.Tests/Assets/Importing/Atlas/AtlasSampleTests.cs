using System.IO.Compression;
using System.Text.Json;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing.Atlas;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.Atlas;

/// <summary>Exports from the tests of Apache Atlas, counted a second time by hand.</summary>
public sealed class AtlasSampleTests
{
    [Theory]
    [InlineData("atlas/hive-db-50-tables.zip")]
    [InlineData("atlas/hive_db_lineage.zip")]
    public async Task The_exports_of_Atlas_are_read_whole(string sample)
    {
        var bytes = Samples.Bytes(sample);
        var heard = await Heard.From(new AtlasFormat(), bytes, sample);
        var entities = Entities(bytes);

        Assert.Empty(heard.Untaken);
        Assert.Equal(entities.Count(e => Type(e) == "hive_table"), heard.Assets.Count(a => a.Kind == AssetKind.Table));
        Assert.Equal(entities.Count(e => Type(e) == "hive_db"), heard.Assets.Count(a => a.Kind == AssetKind.Container));
        Assert.Equal(entities.Count(e => Type(e) == "hive_process"), heard.Assets.Count(a => a.Kind == AssetKind.Job));
        Assert.Equal(entities.Count(e => Type(e) is "hive_table" or "hive_db" or "hive_process"), heard.Assets.Count);
        Assert.Equal(entities.Count(e => Type(e) is "hive_table" or "hive_db"
            && e.GetProperty("attributes").GetProperty("owner").ValueKind is JsonValueKind.String),
            heard.Assets.Count(a => a.Kind != AssetKind.Job && a.Owners!.Count > 0));
        Assert.Equal(entities.Where(e => Type(e) == "hive_process").Sum(p => p.GetProperty("attributes")
            .GetProperty("inputs")
            .GetArrayLength() * p.GetProperty("attributes").GetProperty("outputs").GetArrayLength()), heard.Edges.Count);
        Assert.All(heard.Edges.SelectMany(e => new[] { e.From, e.To }),
            end => Assert.Contains(heard.Assets, a => a.Names.Contains(new AssetName(NameScheme.Key, end))));
        Assert.Equal(0, heard.Assets.Sum(a => a.Labels!.Count));
        Assert.All(heard.Assets.Where(a => a.Kind == AssetKind.Table), a => Assert.Contains(a.Names, n => n.Scheme == NameScheme.Location));
        Assert.Equal(heard.Assets.Select(a => a.Key), (await Heard.From(new AtlasFormat(), bytes, sample)).Assets.Select(a => a.Key));
    }

    static string Type(JsonElement entity) => entity.GetProperty("typeName").GetString()!;

    static List<JsonElement> Entities(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Where(e => !e.Name.StartsWith("atlas-", StringComparison.Ordinal))
            .Select(e => JsonDocument.Parse(e.Open()).RootElement.GetProperty("entity"))];
    }
}
