using System.Text.Json;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing.OpenMetadata;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.OpenMetadata;

/// <summary>The sample data of OpenMetadata, counted a second time by hand.</summary>
public sealed class OpenMetadataSampleTests
{
    [Fact]
    public async Task The_sample_tables_are_all_read()
    {
        var bytes = Samples.Bytes("openmetadata/datasets/tables.json");
        var heard = await Heard.From(new OpenMetadataFormat(), bytes);
        using var json = JsonDocument.Parse(bytes);
        var tables = json.RootElement.GetProperty("tables").EnumerateArray().ToList();

        Assert.Empty(heard.Untaken);
        Assert.Equal(tables.Count, heard.Assets.Select(a => a.Key).Distinct().Count());
        Assert.All(heard.Assets, a => Assert.Equal(AssetKind.Table, a.Kind));
        Assert.Equal(tables.Sum(t => t.TryGetProperty("tableProfile", out var p) ? p.GetProperty("rowCount").GetInt64() : 0),
            heard.Assets.Sum(a => a.Rows ?? 0));
        Assert.Equal(0, heard.Assets.Sum(a => a.Labels?.Count ?? 0));
        Assert.Equal(heard.Assets.Select(a => (a.Place, a.Key)),
            (await Heard.From(new OpenMetadataFormat(), bytes)).Assets.Select(a => (a.Place, a.Key)));
    }

    [Fact]
    public async Task The_sample_lineage_meets_the_sample_tables()
    {
        var lineage = Samples.Bytes("openmetadata/lineage/lineage.json");
        var heard = await Heard.From(new OpenMetadataFormat(), lineage);
        var tables = await Heard.From(new OpenMetadataFormat(), Samples.Bytes("openmetadata/datasets/tables.json"));
        using var json = JsonDocument.Parse(lineage);

        Assert.Equal(json.RootElement.EnumerateArray()
            .Select(e => e.GetProperty("from").GetProperty("fqn") + ">" + e.GetProperty("to").GetProperty("fqn"))
            .Distinct().Count(), heard.Flows.Count());
        Assert.All(heard.Edges.SelectMany(e => new[] { e.From, e.To }), end => Assert.Contains(tables.Assets, t => t.Key == end));
        Assert.Equal(["openmetadata://sample_airflow/dim_address_etl", "openmetadata://sample_airflow/dim_product_etl"],
            heard.Edges.Select(e => e.Job!).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("openmetadata/datasets/database.json")]
    [InlineData("openmetadata/datasets/database_schema.json")]
    public async Task What_names_neither_itself_nor_its_service_is_named_and_left_out(string sample)
    {
        var heard = await Heard.From(new OpenMetadataFormat(), Samples.Bytes(sample));
        Assert.Equal((0, 1), (heard.Assets.Count, heard.Untaken.Count));
    }

    [Theory]
    [InlineData("openmetadata/datasets/service.json")]
    [InlineData("openmetadata/teams/teams.json")]
    public async Task Services_and_teams_are_no_assets(string sample) =>
        Assert.IsType<OpenMetadataFormat.NotOpenMetadata>(
            await Heard.Refused(new OpenMetadataFormat(), System.Text.Encoding.UTF8.GetString(Samples.Bytes(sample))));
}
