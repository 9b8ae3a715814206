using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing.Atlas;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.Atlas;

public sealed class AtlasFormatTests
{
    static readonly AtlasFormat Format = new();

    [Fact]
    public async Task A_table_carries_the_classifications_of_its_columns_and_its_location()
    {
        var heard = await Read("""
            {"referredEntities": {
                "c1": {"typeName": "hive_column", "guid": "c1", "status": "ACTIVE", "attributes": {"name": "mail", "table": {"guid": "t1"}}, "classifications": [{"typeName": "PII", "entityGuid": "c1", "propagate": true}]},
                "c2": {"typeName": "hive_column", "guid": "c2", "status": "ACTIVE", "attributes": {"name": "id", "table": {"guid": "t1"}}, "classifications": []},
                "c3": {"typeName": "hive_column", "guid": "c3", "status": "ACTIVE", "attributes": {"name": "other", "table": {"guid": "t9"}}, "classifications": [{"typeName": "SECRET", "entityGuid": "c3"}]},
                "s1": {"typeName": "hive_storagedesc", "guid": "s1", "attributes": {"location": "hdfs://nn:8020/warehouse/sales.db/orders", "table": {"guid": "t1"}}}},
             "entity": {"typeName": "hive_table", "guid": "t1", "status": "ACTIVE", "labels": ["gold"], "classifications": [{"typeName": "FINANCE", "entityGuid": "t7"}, {"typeName": "OLD", "entityGuid": "t1", "entityStatus": "DELETED"}],
                "attributes": {"qualifiedName": "sales.Orders@cl1", "owner": "hive", "ownerType": "GROUP", "tableType": "MANAGED_TABLE", "lastAccessTime": 1491248909000, "parameters": {"numRows": "45", "rawDataSize": "900"}},
                "relationshipAttributes": {"meanings": [{"displayText": "Order", "relationshipStatus": "ACTIVE"}]}}}
            """);

        var table = Assert.Single(heard.Assets);
        Assert.Equal(("hive://cl1/sales.orders", AssetKind.Table, "team:hive", false),
            (table.Key, table.Kind!.Value, Heard.Owners(table), table.Gone));
        Assert.Equal("classification:FINANCE* label:gold term:Order classification:PII/mail", Heard.Labels(table));
        Assert.Equal((PeopleData.Yes, 45L, 900L, DateTimeOffset.FromUnixTimeMilliseconds(1491248909000)),
            (table.PeopleData, table.Rows, table.Bytes, table.LastAccess));
        Assert.Equal([
            new(NameScheme.Atlas, "sales.Orders@cl1"), new(NameScheme.Atlas, "t1"), new(NameScheme.Key, "atlas://guid.t1"),
            new AssetName(NameScheme.Location, "hdfs://nn:8020/warehouse/sales.db/orders")
        ], table.Names);
    }

    [Fact]
    public async Task A_zip_is_read_entity_by_entity_and_processes_become_flow()
    {
        var heard = await Heard.From(Format, ZipForge.Zip(
            ("t1.json", Entity("hive_table", "t1", "\"qualifiedName\": \"sales.raw@cl1\", \"tableType\": \"VIRTUAL_VIEW\"")),
            ("d1.json", Entity("hive_db", "d1", "\"qualifiedName\": \"sales@cl1\"")),
            ("p1.json", Entity("hive_process", "p1", "\"qualifiedName\": \"sales.orders@cl1:1557297146000\", \"inputs\": [{\"guid\": "
                + "\"t1\", \"typeName\": \"hive_table\"}], \"outputs\": [{\"guid\": \"t2\", \"typeName\": "
                + "\"hive_table\", \"uniqueAttributes\": {\"qualifiedName\": \"sales.orders@cl1\"}}]")),
            ("l1.json", Entity("hive_column_lineage", "l1",
                "\"qualifiedName\": \"x\", \"inputs\": [{\"guid\": \"c1\", \"typeName\": \"hive_column\"}], \"outputs\": []")),
            ("x1.json", Entity("hive_table", "x1", "\"qualifiedName\": \"sales.gone@cl1\"", "DELETED")),
            ("atlas-export-order.json", "[\"t1\"]"), ("atlas-typesdef.json", "{}"),
            ("atlas-export-info.json", "{}"), ("notes.json", "{\"a\": 1}")), "export.zip");

        Assert.Equal([
            "hive://cl1/sales.raw View t1.json", "hive://cl1/sales Container d1.json",
            "hive://cl1/sales.orders:1557297146000 Job p1.json", "hive://cl1/sales.gone Table x1.json"
        ], heard.Assets.Select(a => $"{a.Key} {a.Kind} {a.Place}"));
        Assert.Equal(["atlas://guid.t1 > hive://cl1/sales.orders by hive://cl1/sales.orders:1557297146000"], heard.Flows);
        Assert.True(heard["hive://cl1/sales.gone"].Gone);
        Assert.Equal("notes.json", heard.Untaken.Single().Place);
    }

    [Fact]
    public async Task A_process_that_is_gone_moves_nothing_any_more_and_one_with_a_name_too_long_goes_by_its_guid()
    {
        var ends = "\"inputs\": [{\"guid\": \"a\", \"typeName\": \"hive_table\"}], \"outputs\": "
            + "[{\"guid\": \"b\", \"typeName\": \"hive_table\"}]";
        Assert.Empty((await Read(Entity("hive_process", "p1", $"\"qualifiedName\": \"q@cl1:1\", {ends}", "DELETED"))).Edges);

        var heard = await Read(Entity("hive_process", "p1", $"\"qualifiedName\": \"{new string('q', 4_000)}@cl1:1\", {ends}"));
        Assert.Equal(["atlas://guid.a > atlas://guid.b by atlas://guid.p1"], heard.Flows);
        Assert.Empty(heard.Untaken);
    }

    [Theory]
    [InlineData("kafka_topic", "orders@cl1", AssetKind.Topic, "kafka://cl1/orders")]
    [InlineData("hdfs_path", "hdfs://nn:8020/raw/orders@cl1", AssetKind.FileSet, "hdfs://nn:8020/raw/orders")]
    [InlineData("aws_s3_v2_directory", "s3a://lake/raw/@cl1", AssetKind.FileSet, "s3://lake/raw")]
    [InlineData("rdbms_table", "shop.orders@pg1", AssetKind.Table, "rdbms://pg1/shop.orders")]
    [InlineData("spark_ml_model", "churn@cl1", AssetKind.Model, "spark://cl1/churn")]
    [InlineData("my_own_thing", "x@cl1", AssetKind.Unknown, "my://cl1/x")]
    public async Task Types_become_kinds(string type, string name, AssetKind kind, string key)
    {
        var heard = await Read(Entity(type, "g1", $"\"qualifiedName\": \"{name}\""));
        Assert.Equal((key, kind), (heard.Assets.Single().Key, heard.Assets.Single().Kind));
    }

    [Fact]
    public async Task What_is_no_export_is_refused()
    {
        Assert.IsType<AtlasFormat.NotAtlas>(await Heard.Refused(Format, """{"tables": []}"""));
        Assert.IsType<JsonFile.JsonCutOff>(await Heard.Refused(Format, """{"entity": {"typeName": "hive_t"""));
    }

    static Task<Heard> Read(string json) => Heard.From(Format, json);

    static string Entity(string type, string guid, string attributes, string status = "ACTIVE") =>
        $$"""{"referredEntities": {}, "entity": {"typeName": "{{type}}", "guid": "{{guid}}", "status": "{{status}}", "attributes": { {{attributes}} } } }""";
}
