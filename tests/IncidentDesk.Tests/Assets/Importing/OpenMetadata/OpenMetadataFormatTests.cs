using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing.Csv;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Importing.OpenMetadata;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.OpenMetadata;

public sealed class OpenMetadataFormatTests
{
    static readonly OpenMetadataFormat Format = new();

    [Fact]
    public async Task A_list_of_the_rest_interface_tells_owners_labels_size_and_every_name()
    {
        var heard = await Read("""
            {"data": [{"id": "50da1ff8-4e1d-4967-8931-45edbf4dd908", "name": "dim.customer", "fullyQualifiedName": "prod_hive.default.shop.\"dim.customer\"", "serviceType": "Hive", "tableType": "Regular",
              "owners": [{"type": "team", "name": "payments"}, {"type": "user", "name": "jdoe"}], "tags": [{"tagFQN": "Tier.Tier1", "source": "Classification", "labelType": "Manual"}],
              "columns": [{"name": "mail", "tags": [{"tagFQN": "PII.Sensitive", "source": "Classification", "labelType": "Propagated"}]},
                          {"name": "home", "children": [{"name": "city", "tags": [{"tagFQN": "Business.Address", "source": "Glossary"}]}]}],
              "profile": {"rowCount": 725.0, "sizeInByte": 90000}, "lifeCycle": {"accessed": {"timestamp": 5000}, "created": {"timestamp": 1000}}, "deleted": false, "locationPath": "s3a://lake/shop/dim_customer/"}],
             "paging": {"total": 1}}
            """);

        var table = Assert.Single(heard.Assets);
        Assert.Equal(("hive://prod_hive/shop.\"dim.customer\"", AssetKind.Table, "prod_hive.default.shop", "$.data[0]"),
            (table.Key, table.Kind!.Value, table.Container, table.Place));
        Assert.Equal(("team:payments jdoe", "tag:Tier.Tier1 tag:PII.Sensitive/mail* term:Business.Address/home.city"),
            (Heard.Owners(table), Heard.Labels(table)));
        Assert.Equal((PeopleData.Yes, 725L, 90000L, DateTimeOffset.FromUnixTimeMilliseconds(5000), false),
            (table.PeopleData, table.Rows, table.Bytes, table.LastAccess, table.Gone));
        Assert.Equal(
        [
            new(NameScheme.OpenMetadata, "prod_hive.default.shop.\"dim.customer\""),
            new(NameScheme.Key, "openmetadata://prod_hive/default.shop.\"dim.customer\""),
            new(NameScheme.OpenMetadata, "50da1ff8-4e1d-4967-8931-45edbf4dd908"),
            new(NameScheme.Key, "openmetadata://id.50da1ff8-4e1d-4967-8931-45edbf4dd908"),
            new AssetName(NameScheme.Location, "s3://lake/shop/dim_customer"),
        ], table.Names);
    }

    [Theory]
    [InlineData("tables", """{"name": "v", "fullyQualifiedName": "s.d.c.v", "tableType": "MaterializedView"}""",
        AssetKind.View, "openmetadata://s/d.c.v")]
    [InlineData("topics", """{"name": "t", "fullyQualifiedName": "k.t", "serviceType": "Kafka"}""", AssetKind.Topic, "kafka://k/t")]
    [InlineData("dashboards",
        """{"name": "d", "fullyQualifiedName": "looker.d", "serviceType": "Looker", "deleted": true}""",
        AssetKind.Dashboard, "looker://looker/dashboard.d")]
    [InlineData("charts", """{"name": "d", "fullyQualifiedName": "looker.d", "serviceType": "Looker"}""",
        AssetKind.Chart, "looker://looker/chart.d")]
    [InlineData("pipelines", """{"name": "p", "fullyQualifiedName": "air.p", "serviceType": "Airflow"}""",
        AssetKind.Pipeline, "airflow://air/pipeline.p")]
    [InlineData("mlmodels", """{"name": "m", "service": {"name": "flow"}}""", AssetKind.Model, "openmetadata://flow/mlmodel.m")]
    [InlineData("databaseSchemas", """{"name": "c", "fullyQualifiedName": "s.d.c"}""",
        AssetKind.Container, "openmetadata://s/database-schema.d.c")]
    public async Task Each_kind_is_read_under_its_own_member_and_by_itself(string list, string entity, AssetKind kind, string key)
    {
        var heard = await Read($"{{\"{list}\": [{entity}]}}");

        Assert.Equal((key, kind), (heard.Assets.Single().Key, heard.Assets.Single().Kind));
        Assert.Equal(entity.Contains("true", StringComparison.Ordinal), heard.Assets.Single().Gone);
        var addressed = entity.Insert(1, $"\"href\": \"http://om/api/v1/{list}/1\", ");
        Assert.Equal(key, (await Read(addressed)).Assets.Single().Key);
        Assert.Equal([key, key], (await Read($"{addressed}\n{addressed}")).Assets.Select(a => a.Key));
    }

    [Fact]
    public async Task Edges_name_their_ends_by_name_or_id_and_the_pipeline_between()
    {
        var heard = await Read("""
            [{"from": {"fqn": "s.d.c.raw", "type": "table"}, "to": {"fqn": "s.d.c.\"dim.product\"", "type": "table"}, "edge_meta": {"fqn": "air.etl", "type": "pipeline"}},
             {"edge": {"fromEntity": {"id": "50da1ff8-4e1d-4967-8931-45edbf4dd908", "type": "table"}, "toEntity": {"fullyQualifiedName": "looker.d", "type": "dashboard"}}},
             {"from": {"type": "table"}, "to": {"fqn": "s.d.c.raw"}}]
            """);

        Assert.Equal([
            "openmetadata://id.50da1ff8-4e1d-4967-8931-45edbf4dd908 > openmetadata://looker/d",
            "openmetadata://s/d.c.raw > openmetadata://s/d.c.\"dim.product\" by openmetadata://air/etl"
        ], heard.Flows);
        Assert.Equal("$[2]", heard.Untaken.Single().Place);
    }

    [Theory]
    [InlineData(
        """{"entity": {"id": "a", "type": "table", "fullyQualifiedName": "s.d.c.raw"}, "nodes": [{"id": "b", "type": "table", "fullyQualifiedName": "s.d.c.gold"}], "upstreamEdges": [], "downstreamEdges": [{"fromEntity": "a", "toEntity": "b", "lineageDetails": {"pipeline": {"fullyQualifiedName": "air.etl"}}}]}""")]
    [InlineData(
        """{"nodes": {"s.d.c.raw": {"entity": {"id": "a", "fullyQualifiedName": "s.d.c.raw"}}}, "downstreamEdges": {"1": {"fromEntity": {"id": "a", "type": "table"}, "toEntity": {"id": "b", "fullyQualifiedName": "s.d.c.gold", "type": "table"}, "pipeline": {"fullyQualifiedName": "air.etl", "type": "pipeline"}}}}""")]
    public async Task A_graph_of_the_rest_interface_is_read_in_both_its_forms(string json) =>
        Assert.Equal(["openmetadata://s/d.c.raw > openmetadata://s/d.c.gold by openmetadata://air/etl"], (await Read(json)).Flows);

    [Fact]
    public async Task Lineage_as_csv_is_read_by_its_header_and_repeats_for_columns_are_one_edge()
    {
        var heard = await Heard.From(Format, """"
            "fromEntityFQN","fromServiceName","fromOwners","toEntityFQN","fromChildEntityFQN","pipelineName","pipelineDescription","pipelineServiceName"
            "s.d.c.raw","s","A;B","s.d.c.""dim.product""","s.d.c.raw.id","etl","two
            lines","air"
            "s.d.c.raw","s","A;B","s.d.c.gold","s.d.c.raw.id","","",""
            "s.d.c.raw","s","A;B","s.d.c.gold","s.d.c.raw.mail","","",""
            "","s","","s.d.c.gold","","","",""

            """",
            "lineage.csv");

        Assert.Equal([
            "openmetadata://s/d.c.raw > openmetadata://s/d.c.\"dim.product\" by openmetadata://air/etl",
            "openmetadata://s/d.c.raw > openmetadata://s/d.c.gold"
        ], heard.Flows);
        Assert.Equal("line 6", heard.Untaken.Single().Place);
    }

    [Fact]
    public async Task Dashboards_and_models_say_what_they_show_and_learnt_from()
    {
        var heard = await Read("""
            [{"name": "d", "fullyQualifiedName": "looker.d", "dashboardType": "Dashboard",
              "charts": [{"fullyQualifiedName": "looker.c", "type": "chart"}, {"id": "50da1ff8-4e1d-4967-8931-45edbf4dd908"}]},
             {"name": "m", "fullyQualifiedName": "flow.m", "algorithm": "x",
              "mlFeatures": [{"name": "age", "featureSources": [{"dataSource": {"fullyQualifiedName": "s.d.c.users", "type": "table"}}]}]}]
            """);

        Assert.Equal([
            "openmetadata://id.50da1ff8-4e1d-4967-8931-45edbf4dd908 > openmetadata://looker/dashboard.d",
            "openmetadata://looker/chart.c > openmetadata://looker/dashboard.d",
            "openmetadata://s/d.c.users > openmetadata://flow/mlmodel.m"
        ], heard.Flows);
    }

    [Fact]
    public async Task Several_files_come_in_one_zip_and_each_place_says_which()
    {
        var heard = await Heard.From(Format, ZipForge.Zip(
            ("tables.json", """{"tables": [{"name": "t", "fullyQualifiedName": "s.d.c.t"}, {"name": "u"}]}"""),
            ("lineage.json", """[{"from": {"fqn": "s.d.c.t"}, "to": {"fqn": "s.d.c.u"}}]"""),
            ("teams.json", """{"teams": []}""")), "om.zip");

        Assert.Equal(("tables.json: $.tables[0]", "lineage.json: $[0]"), (heard.Assets.Single().Place, heard.Edges.Single().Place));
        Assert.Equal(["tables.json: $.tables[1]", "teams.json: $"], heard.Untaken.Select(u => u.Place));
    }

    [Theory]
    [InlineData("""{"teams": [{"name": "x"}]}""")]
    [InlineData("""{"tables": []}""")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("3")]
    public async Task A_file_of_something_else_is_refused(string text) =>
        Assert.IsType<OpenMetadataFormat.NotOpenMetadata>(await Heard.Refused(Format, text));

    [Fact]
    public async Task What_is_broken_or_cut_off_is_refused()
    {
        Assert.IsType<JsonFile.JsonCutOff>(
            await Heard.Refused(Format, """{"tables": [{"name": "t", "fullyQualifiedName": "s.d.c.t"}, {"na"""));
        using var file = await Spooled.File([.. Encoding.UTF8.GetBytes("fromEntityFQN,toEntityFQN\n"), 0xC3, 0x28, (byte)',', (byte)'b']);
        Assert.IsType<CsvTable.TableNotUtf8>(
            Assert.Throws<IncidentDesk.Assets.Importing.UnreadableException>(() => { Format.Read(file).ToList(); }).Why);
    }

    static Task<Heard> Read(string json) => Heard.From(Format, json);
}
