using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing.DataHub;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.DataHub;

public sealed class DataHubFormatTests
{
    const string Orders = "urn:li:dataset:(urn:li:dataPlatform:hive,sales.orders,PROD)";
    const string Raw = "urn:li:dataset:(urn:li:dataPlatform:kafka,orders.raw,PROD)";
    static readonly DataHubFormat Format = new();

    [Fact]
    public async Task A_snapshot_tells_owners_labels_and_what_flows_into_it()
    {
        var heard = await Read("""
            [{"proposedSnapshot": {"com.linkedin.pegasus2avro.metadata.snapshot.DatasetSnapshot": {"urn": "<orders>", "aspects": [
                {"com.linkedin.pegasus2avro.common.Ownership": {"owners": [
                    {"owner": "urn:li:corpuser:jdoe", "type": "DATAOWNER"}, {"owner": "urn:li:corpGroup:payments", "type": "NONE", "typeUrn": "urn:li:ownershipType:__system__technical_owner"}]}},
                {"com.linkedin.pegasus2avro.common.GlobalTags": {"tags": [{"tag": "urn:li:tag:PII"}]}},
                {"com.linkedin.pegasus2avro.schema.SchemaMetadata": {"fields": [{"fieldPath": "[version=2.0].[type=struct].[type=string].buyer.mail", "glossaryTerms": {"terms": [{"urn": "urn:li:glossaryTerm:Classification.Confidential"}]}}]}},
                {"com.linkedin.pegasus2avro.schema.EditableSchemaMetadata": {"editableSchemaFieldInfo": [{"fieldPath": "total", "globalTags": {"com.linkedin.pegasus2avro.common.GlobalTags": {"tags": [{"tag": "urn:li:tag:Legacy", "context": "{\"propagated\": \"true\"}"}]}}}]}},
                {"com.linkedin.pegasus2avro.dataset.UpstreamLineage": {"upstreams": [{"dataset": "<raw>", "type": "TRANSFORMED"}]}}]}}}]
            """);

        var orders = Assert.Single(heard.Assets);
        Assert.Equal(("hive://sales.orders", AssetKind.Table, "prod", "$[0]", false),
            (orders.Key, orders.Kind, orders.Environment, orders.Place, orders.Gone));
        Assert.Equal([new AssetName(NameScheme.DataHub, Orders)], orders.Names);
        Assert.Equal("jdoe=DATAOWNER team:payments=TECHNICAL_OWNER", Heard.Owners(orders));
        Assert.Equal("tag:PII term:Classification.Confidential/buyer.mail tag:Legacy/total*", Heard.Labels(orders));
        Assert.Equal(PeopleData.Yes, orders.PeopleData);
        Assert.Equal(["kafka://orders.raw > hive://sales.orders"], heard.Flows);
        Assert.Empty(heard.Untaken);
    }

    [Fact]
    public async Task Proposals_that_follow_each_other_are_put_together_whether_json_or_json_in_a_string()
    {
        var heard = await Read("""
            [{"entityType": "dataset", "entityUrn": "<orders>", "changeType": "UPSERT", "aspectName": "subTypes", "aspect": {"json": {"typeNames": ["View"]}}},
             {"entityType": "dataset", "entityUrn": "<orders>", "changeType": "UPSERT", "aspectName": "globalTags", "aspect": {"value": "{\"tags\": [{\"tag\": \"urn:li:tag:Gold\"}]}", "contentType": "application/json"}},
             {"entityType": "dataset", "entityUrn": "<orders>", "changeType": "UPSERT", "aspectName": "datasetProfile", "aspect": {"value": "{\"timestampMillis\": 2000, \"rowCount\": {\"long\": 45}, \"sizeInBytes\": 900}"}},
             {"entityType": "dataset", "entityUrn": "<orders>", "changeType": "UPSERT", "aspectName": "datasetProfile", "aspect": {"value": "{\"timestampMillis\": 1000, \"rowCount\": 44}"}},
             {"entityType": "dataset", "entityUrn": "<orders>", "changeType": "UPSERT", "aspectName": "operation", "aspect": {"json": {"timestampMillis": 5000, "lastUpdatedTimestamp": 4000}}},
             {"entityType": "dataset", "entityUrn": "<raw>", "changeType": "UPSERT", "aspectName": "status", "aspect": {"json": {"removed": true}}},
             {"entityType": "dataset", "entityUrn": "<raw>", "changeType": "UPSERT", "aspectName": "schemaMetadata", "aspect": {"value": "{broken"}},
             {"entityType": "dataset", "entityUrn": "<raw>", "changeType": "UPSERT", "aspectName": "schemaMetadata", "aspect": {"value": "{\"fields\": [{\"fieldPath\": \"\\ud83d\"}]}"}}]
            """);

        Assert.Equal((AssetKind.View, "tag:Gold", 45L, 900L, DateTimeOffset.FromUnixTimeMilliseconds(4000)),
            (heard["hive://sales.orders"].Kind!.Value, Heard.Labels(heard["hive://sales.orders"]), heard["hive://sales.orders"].Rows!.Value,
                heard["hive://sales.orders"].Bytes!.Value, heard["hive://sales.orders"].LastAccess!.Value));
        Assert.Equal((AssetKind.Topic, true), (heard["kafka://orders.raw"].Kind, heard["kafka://orders.raw"].Gone));
        Assert.Null(heard["kafka://orders.raw"].Labels);
        Assert.Equal(("$[6]", "The value of the aspect schemaMetadata is not valid JSON."),
            (heard.Untaken[0].Place, heard.Untaken[0].Reason));
        Assert.Contains("half of a character", heard.Untaken[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_charts_dashboards_and_models_say_what_they_read()
    {
        var heard = await Read("""
            {"entityUrn": "urn:li:dataJob:(urn:li:dataFlow:(airflow,nightly,PROD),load)", "aspectName": "dataJobInputOutput", "aspect": {"json": {"inputDatasets": ["urn:li:dataset:(urn:li:dataPlatform:kafka,orders.raw,PROD)"],
                "outputDatasetEdges": [{"destinationUrn": "urn:li:dataset:(urn:li:dataPlatform:hive,sales.orders,PROD)"}], "inputDatajobs": ["urn:li:dataJob:(urn:li:dataFlow:(airflow,nightly,PROD),fetch)"]}}}
            {"entityUrn": "urn:li:chart:(looker,c1)", "aspectName": "chartInfo", "aspect": {"json": {"inputs": {"array": [{"string": "urn:li:dataset:(urn:li:dataPlatform:hive,sales.orders,PROD)"}]}}}}
            {"entityUrn": "urn:li:dashboard:(looker,d1)", "aspectName": "dashboardInfo", "aspect": {"json": {"charts": ["urn:li:chart:(looker,c1)"], "chartEdges": [{"destinationUrn": "urn:li:chart:(looker,c1)"}]}}}
            {"entityUrn": "urn:li:mlModel:(urn:li:dataPlatform:science,churn,PROD)", "aspectName": "mlModelTrainingData", "aspect": {"json": {"trainingData": [{"dataset": "urn:li:dataset:(urn:li:dataPlatform:hive,sales.orders,DEV)"}]}}}
            {"entityUrn": "urn:li:mlFeature:(users,age)", "aspectName": "mlFeatureProperties", "aspect": {"json": {"sources": ["urn:li:dataset:(urn:li:dataPlatform:hive,sales.orders,PROD)"]}}}
            {"entityUrn": "urn:li:mlFeatureTable:(urn:li:dataPlatform:feast,users)", "aspectName": "mlFeatureTableProperties", "aspect": {"json": {"mlFeatures": ["urn:li:mlFeature:(users,age)"]}}}
            {"entityUrn": "urn:li:corpuser:jdoe", "aspectName": "status", "aspect": {"json": {"removed": true}}}
            """);

        Assert.Equal(
        [
            "airflow://nightly.fetch > airflow://nightly.load", "datahub://feature.users.age > feast://feature-table.users",
            "hive://sales.orders > datahub://feature.users.age", "hive://sales.orders > looker://chart.c1",
            "hive://sales.orders#dev > science://model.churn",
            "kafka://orders.raw > hive://sales.orders by airflow://nightly.load",
            "looker://chart.c1 > looker://dashboard.d1",
        ], heard.Flows);
        Assert.Equal([AssetKind.Job, AssetKind.Chart, AssetKind.Dashboard, AssetKind.Model, AssetKind.Feature, AssetKind.FeatureTable],
            heard.Assets.Select(a => a.Kind!.Value));
        Assert.Equal(["line 1", "line 3"], heard.Assets.Take(2).Select(a => a.Place));
    }

    [Fact]
    public async Task An_instance_of_the_platform_gives_the_key_that_other_catalogues_use()
    {
        var heard = await Read("""
            [{"entityUrn": "urn:li:dataset:(urn:li:dataPlatform:hive,warehouse.sales.orders,PROD)", "aspectName": "dataPlatformInstance",
              "aspect": {"json": {"platform": "urn:li:dataPlatform:hive", "instance": "urn:li:dataPlatformInstance:(urn:li:dataPlatform:hive,warehouse)"}}}]
            """);

        Assert.Equal("hive://warehouse.sales.orders", heard.Assets.Single().Key);
        Assert.Contains(new(NameScheme.Key, "hive://warehouse/sales.orders"), heard.Assets.Single().Names);
    }

    [Fact]
    public async Task Where_a_table_lies_is_one_of_its_names_and_where_a_view_lies_is_none()
    {
        var heard = await Read("""
            [{"entityUrn": "<orders>", "aspectName": "datasetProperties", "aspect": {"json": {"customProperties": {"Location": "hdfs://nn:8020/warehouse/orders", "a": "b"}}}},
             {"entityUrn": "urn:li:dataset:(urn:li:dataPlatform:hive,v,PROD)", "aspectName": "datasetProperties", "aspect": {"json": {"customProperties": {"Location": "hdfs://nn:8020/warehouse/v"}}}},
             {"entityUrn": "urn:li:dataset:(urn:li:dataPlatform:hive,v,PROD)", "aspectName": "viewProperties", "aspect": {"json": {}}}]
            """);

        Assert.Contains(new(NameScheme.Location, "hdfs://nn:8020/warehouse/orders"), heard["hive://sales.orders"].Names);
        Assert.Single(heard["hive://v"].Names);
    }

    [Theory]
    [InlineData("urn:li:dataset:(urn:li:dataPlatform:hive,PROD)", "gives no key")]
    [InlineData("urn:li:dataset:sales.orders", "gives no key")]
    [InlineData("urn:li:dataJob:(airflow,dag,task)", "gives no key")]
    [InlineData("sales.orders", "is not a URN")]
    public async Task A_name_that_is_built_wrongly_is_not_taken_and_the_rest_is(string urn, string reason)
    {
        var heard = await Read(
            """[{"entityUrn": "<urn>", "aspectName": "status"}, {"entityUrn": "<orders>", "aspectName": "status"}, {"other": 1}]""".Replace(
                "<urn>", urn, StringComparison.Ordinal));

        Assert.Equal("hive://sales.orders", heard.Assets.Single().Key);
        Assert.Contains(reason, heard.Untaken[0].Reason, StringComparison.Ordinal);
        Assert.Equal("$[2]", heard.Untaken[1].Place);
    }

    [Fact]
    public async Task Lineage_from_what_is_no_asset_is_named_and_left_out()
    {
        var heard = await Read(
            """[{"entityUrn": "<orders>", "aspectName": "upstreamLineage", "aspect": {"json": {"upstreams": [{"dataset": "<raw>"}, {"dataset": "urn:li:corpuser:jdoe"}, {"dataset": 7}]}}}]""");

        Assert.Single(heard.Edges);
        Assert.Contains("“urn:li:corpuser:jdoe”", Assert.Single(heard.Untaken).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_any_shape_are_taken_up_to_the_length_of_a_key()
    {
        var heard = await Read("""
            [{"entityUrn": "urn:li:dataset:(urn:li:dataPlatform:hive,<odd>,PROD)", "aspectName": "status"},
             {"entityUrn": "urn:li:dataset:(urn:li:dataPlatform:hive,<long>,PROD)", "aspectName": "status"}]
            """.Replace(
                "<odd>", "sales.\\\"o'dd table\\\".✨ (2)", StringComparison.Ordinal)
            .Replace("<long>", new string('x', 4_000), StringComparison.Ordinal));

        Assert.Equal("hive://sales.o'dd table.✨ (2)", heard.Assets.Single().Key);
        Assert.Contains("longer than 1,000 characters", heard.Untaken.Single().Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a%2Cb%28c%29")]
    [InlineData("a,b(c)")]
    public async Task Commas_and_parentheses_in_a_name_are_read_escaped_or_not(string name)
    {
        var heard = await Read(
            """[{"entityUrn": "urn:li:dataset:(urn:li:dataPlatform:hive,<name>,PROD)", "aspectName": "status"}]""".Replace(
                "<name>", name, StringComparison.Ordinal));
        Assert.Equal("hive://a,b(c)", heard.Assets.Single().Key);
    }

    [Theory]
    [InlineData("""{"tables": []}""")]
    [InlineData("[]")]
    [InlineData("[1, 2]")]
    public async Task A_file_of_something_else_is_refused(string json) =>
        Assert.IsType<DataHubFormat.NotDataHub>(await Heard.Refused(Format, json));

    [Fact]
    public async Task A_file_that_was_cut_off_is_refused() =>
        Assert.IsType<JsonFile.JsonCutOff>(
            await Heard.Refused(Format, """[{"entityUrn": "urn:li:corpuser:jdoe", "aspectName": "status"}, {"entityU"""));

    static Task<Heard> Read(string json) =>
        Heard.From(Format, json.Replace("<orders>", Orders, StringComparison.Ordinal).Replace("<raw>", Raw, StringComparison.Ordinal));
}
