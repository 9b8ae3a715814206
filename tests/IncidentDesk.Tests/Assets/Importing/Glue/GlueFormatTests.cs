using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing.Glue;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.Glue;

public sealed class GlueFormatTests
{
    const string Orders = """
        {"Name": "orders", "DatabaseName": "sales", "Owner": "etl", "CatalogId": "123456789012", "LastAccessTime": "2026-06-12T03:10:00+02:00", "TableType": "EXTERNAL_TABLE",
         "StorageDescriptor": {"Location": "s3://lake/sales/orders/", "Columns": [{"Name": "id", "Type": "bigint"}]}, "Parameters": {"classification": "parquet", "recordCount": "45", "sizeKey": "900"}}
        """;

    static readonly GlueFormat Format = new();

    [Fact]
    public async Task A_table_is_told_with_its_location_size_owner_and_last_access()
    {
        var orders = (await Heard.From(Format, $$"""{"TableList": [{{Orders}}], "NextToken": "x"}""")).Assets.Single();

        Assert.Equal(("glue://123456789012/sales.orders", AssetKind.Table, "sales", "$.TableList[0]"),
            (orders.Key, orders.Kind!.Value, orders.Container, orders.Place));
        Assert.Equal(("etl", "format:parquet"), (Heard.Owners(orders), Heard.Labels(orders)));
        Assert.Equal((45L, 900L, new DateTimeOffset(2026, 6, 12, 1, 10, 0, TimeSpan.Zero)),
            (orders.Rows!.Value, orders.Bytes!.Value, orders.LastAccess!.Value));
        Assert.Equal([new(NameScheme.Glue, "123456789012/sales/orders"), new AssetName(NameScheme.Location, "s3://lake/sales/orders")],
            orders.Names);
    }

    [Fact]
    public async Task Pages_behind_each_other_plain_arrays_single_tables_and_databases_are_all_read()
    {
        var page = "{\"TableList\": [" + Orders + "]}";
        Assert.Equal(["$.TableList[0]", "line 3: $.TableList[0]"],
            (await Heard.From(Format, $"{page}\n{page}")).Assets.Select(a => a.Place));
        Assert.Equal("$[0]", (await Heard.From(Format, $"[{Orders}]")).Assets.Single().Place);
        Assert.Single((await Heard.From(Format, "{\"Table\": " + Orders + "}")).Assets);
        Assert.Single((await Heard.From(Format, Orders)).Assets);

        var database = (await Heard.From(Format,
            """{"DatabaseList": [{"Name": "Sales", "CatalogId": "1", "LocationUri": "s3://lake"}]}""")).Assets.Single();
        Assert.Equal(("glue://1/sales", AssetKind.Container), (database.Key, database.Kind));
    }

    [Fact]
    public async Task A_view_has_no_location_a_stream_is_a_topic_and_a_link_is_the_table_it_links_to()
    {
        var heard = await Heard.From(Format, """
            {"TableList": [
             {"Name": "v", "DatabaseName": "d", "TableType": "VIRTUAL_VIEW", "StorageDescriptor": {"Location": "s3://lake/x"}},
             {"Name": "k", "DatabaseName": "d", "StorageDescriptor": {"Location": "orders", "Parameters": {"typeOfData": "kafka"}}, "LastAccessTime": 1781226600.5},
             {"Name": "l", "DatabaseName": "d", "CatalogId": "1", "TargetTable": {"CatalogId": "2", "DatabaseName": "shared", "Name": "orders"}},
             {"DatabaseName": "d"}]}
            """);

        Assert.Equal([AssetKind.View, AssetKind.Topic, AssetKind.Table], heard.Assets.Select(a => a.Kind!.Value));
        Assert.Empty(heard["glue://d.v"].Names);
        Assert.Equal(new DateTimeOffset(2026, 6, 12, 1, 10, 0, 500, TimeSpan.Zero), heard["glue://d.k"].LastAccess);
        Assert.Contains(new(NameScheme.Key, "glue://2/shared.orders"), heard["glue://1/d.l"].Names);
        Assert.Equal("$.TableList[3]", heard.Untaken.Single().Place);
    }

    [Theory]
    [InlineData("""{"tables": []}""")]
    [InlineData("""{"TableList": []}""")]
    [InlineData("[]")]
    public async Task A_file_of_something_else_is_refused(string json) =>
        Assert.IsType<GlueFormat.NotGlue>(await Heard.Refused(Format, json));

    [Fact]
    public async Task A_file_that_was_cut_off_is_refused() =>
        Assert.IsType<JsonFile.JsonCutOff>(await Heard.Refused(Format, """{"TableList": [{"Name": "x"}"""));
}
