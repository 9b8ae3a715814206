using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Tests.Assets.Naming;

public sealed class NameMappingTests
{
    [Theory]
    [InlineData("hive://Host:9083", "Db.T", "hive://host:9083/db.t")]
    [InlineData("postgres://h:5432", "shop.public.Orders", "postgres://h:5432/shop.public.orders")]
    [InlineData("bigquery", "proj.ds.Table", "bigquery://proj.ds.Table")]
    [InlineData("snowflake://org-acct", "db.schema.t", "snowflake://org-acct/DB.SCHEMA.T")]
    [InlineData("unitycatalog://host", "Cat.S.T", "unitycatalog://host/cat.s.t")]
    [InlineData("arn:aws:glue:eu-west-1:123456789012", "table/Sales/orders", "glue://123456789012.eu-west-1/sales.orders")]
    [InlineData("awsathena://athena.eu-west-1.amazonaws.com", "AwsDataCatalog.db.t",
        "athena://athena.eu-west-1.amazonaws.com/awsdatacatalog.db.t")]
    [InlineData("s3://bucket", "/raw/orders", "s3://bucket/raw/orders")]
    [InlineData("s3a://bucket", "raw/orders/", "s3://bucket/raw/orders")]
    [InlineData("hdfs://nn:8020", "/user/hive/warehouse/t", "hdfs://nn:8020/user/hive/warehouse/t")]
    [InlineData("file", "/tmp/data", "file:///tmp/data")]
    [InlineData("kafka://broker:9092", "topic", "kafka://broker:9092/topic")]
    [InlineData("azurecosmos://host/dbs/sales", "colls/orders", "azurecosmos://host/dbs/sales/colls/orders")]
    [InlineData("pubsub", "topic:proj:orders", "pubsub://topic:proj:orders")]
    [InlineData("food_delivery", "public.menus", "openlineage://food_delivery/public.menus")]
    [InlineData("spanner://projectId:instanceId", "db.s.t", "spanner://projectid:instanceid/db.s.t")]
    public void A_dataset_of_open_lineage_has_the_key_that_its_naming_rules_mean(string @namespace, string name, string key)
    {
        var named = OpenLineageNames.Dataset(@namespace, name);

        Assert.Equal(key, named.Key);
        Assert.Contains(new AssetName(NameScheme.OpenLineage, $"{@namespace}|{name}"), named.Names);
    }

    [Fact]
    public void A_dataset_named_by_its_path_lies_there_and_a_table_does_not()
    {
        Assert.Contains(new AssetName(NameScheme.Location, "s3://bucket/raw/orders"),
            OpenLineageNames.Dataset("s3a://bucket", "raw/orders/").Names);
        Assert.Equal(new AssetName(NameScheme.Location, "s3://bucket/raw/orders"), Locations.Of("s3n://Bucket/raw/orders/"));
        Assert.Equal(new AssetName(NameScheme.Location, "file:///w/orders"), Locations.Of("file:/w/orders"));
        Assert.DoesNotContain(OpenLineageNames.Dataset("hive://h", "a.b").Names, n => n.Scheme is NameScheme.Location);
        Assert.All(["s3://bucket", "s3://bucket/", "hdfs://nn:8020/", "", "a comment", "kafka://k/t", "/w/orders"],
            address => Assert.Null(Locations.Of(address)));
    }

    [Fact]
    public void A_job_and_a_dataset_of_one_name_stay_two_whatever_the_namespace_is_made_of()
    {
        Assert.Equal("job://food_delivery/etl_menus", OpenLineageNames.Job("food_delivery", "etl_menus"));
        Assert.Equal("job://https:%2F%2FAirflow.example.org%2Fprod/dag.task",
            OpenLineageNames.Job("https://Airflow.example.org/prod", "dag.task"));
    }

    [Theory]
    [InlineData("urn:li:dataset:(urn:li:dataPlatform:hive,Sales.Orders,PROD)", "hive://sales.orders")]
    [InlineData("urn:li:dataset:(urn:li:dataPlatform:hive,Sales.Orders,DEV)", "hive://sales.orders#dev")]
    [InlineData("urn:li:dataset:(urn:li:dataPlatform:s3,bucket/a(b,c)/d,PROD)", "s3://bucket/a(b,c)/d")]
    [InlineData("urn:li:dataset:(urn:li:dataPlatform:gcs,bucket/x,PROD)", "gs://bucket/x")]
    [InlineData("urn:li:dataJob:(urn:li:dataFlow:(airflow,dag_abc,PROD),task_123)", "airflow://dag_abc.task_123")]
    [InlineData("urn:li:dataFlow:(airflow,dag_abc,PROD)", "airflow://dag_abc")]
    [InlineData("urn:li:chart:(looker,baz1)", "looker://chart.baz1")]
    [InlineData("urn:li:dashboard:(looker,baz)", "looker://dashboard.baz")]
    [InlineData("urn:li:mlModel:(urn:li:dataPlatform:science,scienceModel,PROD)", "science://model.scienceModel")]
    [InlineData("urn:li:container:6f1a", "datahub://container.6f1a")]
    [InlineData("urn:li:corpuser:jdoe", null)]
    [InlineData("urn:li:tag:Legacy", null)]
    [InlineData("urn:li:dataset:(urn:li:dataPlatform:hive,a)b,PROD)", "hive://a)b")]
    [InlineData("urn:li:dataset:(urn:li:dataPlatform:hive", null)]
    [InlineData("orders", null)]
    public void A_data_hub_urn_is_taken_apart_at_the_commas_of_its_own_level(string urn, string? key) =>
        Assert.Equal(key, DataHubNames.Of(urn)?.Key);

    [Fact]
    public void A_platform_instance_moves_from_the_name_in_front_of_it() => Assert.Equal(
        "hive://warehouse/sales.orders",
        DataHubNames.Of("urn:li:dataset:(urn:li:dataPlatform:hive,warehouse.sales.orders,PROD)",
            "urn:li:dataPlatformInstance:(urn:li:dataPlatform:hive,warehouse)")!.Key);

    [Theory]
    [InlineData("BigQuery", "sample_data.ecommerce_db.shopify.\"dim.product\"",
        "bigquery://sample_data/ecommerce_db.shopify.\"dim.product\"")]
    [InlineData("Hive", "wh.default.Sales.Orders", "hive://wh/sales.orders")]
    [InlineData("Snowflake", "sf.db.schema.Orders", "snowflake://sf/DB.SCHEMA.ORDERS")]
    [InlineData("Kafka", "k.\"orders.v1\"", "kafka://k/orders.v1")]
    [InlineData("Hive", "only_a_service", null)]
    [InlineData("Hive", "a..b", null)]
    public void A_fully_qualified_name_loses_its_service_to_the_instance(string service, string fqn, string? key) =>
        Assert.Equal(key, OpenMetadataNames.Of(service, fqn)?.Key);

    [Theory]
    [InlineData("hive_table", "Sales.Orders@CL1", "hive://cl1/sales.orders")]
    [InlineData("hive_process", "sales.orders@cl1:1700000000000", "hive://cl1/sales.orders:1700000000000")]
    [InlineData("hdfs_path", "hdfs://nn:8020/w/orders@cl1", "hdfs://nn:8020/w/orders")]
    [InlineData("kafka_topic", "orders@cl1", "kafka://cl1/orders")]
    [InlineData("hive_table", "sales.orders", "hive://sales.orders")]
    public void An_atlas_name_ends_with_its_cluster(string type, string name, string key) =>
        Assert.Equal(key, AtlasNames.Of(type, name)!.Key);

    [Fact]
    public void Glue_names_the_region_where_it_is_known_and_does_not_mix_two_of_them()
    {
        Assert.Equal("glue://123/sales.orders", GlueNames.Of("123", null, "Sales", "orders").Key);
        Assert.Equal("glue://123.eu-west-1/sales.orders", GlueNames.OfArn("arn:aws:glue:eu-west-1:123:table/sales/orders")!.Key);
        Assert.Empty(GlueNames.Of("123", null, "s", "o").Names.Intersect(GlueNames.Of("123", "eu-west-1", "s", "o").Names));
        Assert.Null(GlueNames.OfArn("arn:aws:glue:eu-west-1:123:database/sales"));
    }

    [Theory]
    [InlineData("postgres", "\"dev\".\"public\".\"Orders\"", "postgres://dev.public.\"Orders\"")]
    [InlineData("snowflake", "DEV.PUBLIC.orders", "snowflake://DEV.PUBLIC.ORDERS")]
    [InlineData("bigquery", "`proj`.`ds`.`Orders`", "bigquery://proj.ds.Orders")]
    [InlineData("databricks", "`main`.`sales`.`orders`", "unitycatalog://main.sales.orders")]
    public void A_relation_of_dbt_is_read_as_its_database_quotes_it(string adapter, string relation, string key) =>
        Assert.Equal(key, DbtNames.Relation(adapter, relation, "model.shop.orders").Key);

    [Theory]
    [InlineData("hive://gold.test_schema/Test_Table1", "hive://gold/test_schema.test_table1")]
    [InlineData("hive://gold", null)]
    [InlineData("hive://gold/table", null)]
    [InlineData("hive://gold./table", null)]
    [InlineData("gold.schema/table", null)]
    public void An_amundsen_key_names_cluster_schema_and_table(string amundsen, string? key) =>
        Assert.Equal(key, AmundsenNames.Of(amundsen)?.Key);
}
