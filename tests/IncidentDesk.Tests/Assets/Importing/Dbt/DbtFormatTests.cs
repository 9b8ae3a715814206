using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Dbt;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Tests.Assets.Importing.Dbt;

public sealed class DbtFormatTests
{
    /// <summary>Metadata at the end, on purpose: nothing says that it comes first.</summary>
    const string Manifest = """
        {"nodes":{
          "model.shop.orders":{"resource_type":"model","relation_name":"\"dev\".\"public\".\"Orders\"","raw_code":"select 1","group":"sales",
            "config":{"materialized":"incremental","meta":{"owner":{"name":"Jo","email":"jo@x.org"},"contains_pii":true,"classification":"confidential"},"tags":["nightly"]},
            "tags":["nightly","gold"],"columns":{"email":{"tags":["pii"],"meta":{"has_pii":"yes"}}},
            "depends_on":{"nodes":["model.shop.between","source.shop.raw.orders"]}},
          "model.shop.between":{"resource_type":"model","relation_name":null,"config":{"materialized":"ephemeral"},"depends_on":{"nodes":["model.shop.inner","seed.shop.kinds"]}},
          "model.shop.inner":{"resource_type":"model","config":{"materialized":"ephemeral"},"depends_on":{"nodes":["model.shop.between","source.shop.raw.items"]}},
          "seed.shop.kinds":{"resource_type":"seed","relation_name":"\"dev\".\"public\".\"kinds\"","config":{"materialized":"seed","meta":{"contains_pii":false}},"depends_on":{}},
          "snapshot.shop.past":{"resource_type":"snapshot","relation_name":"\"dev\".\"public\".\"past\"","config":{"materialized":"snapshot"},"depends_on":{"nodes":["model.shop.orders","model.shop.missing"]}},
          "test.shop.unique":{"resource_type":"test","relation_name":null,"depends_on":{"nodes":["model.shop.orders"]}}},
         "sources":{
          "source.shop.raw.orders":{"resource_type":"source","relation_name":"\"dev\".\"raw\".\"orders\"","source_meta":{"owner":"team-raw"}},
          "source.shop.raw.items":{"resource_type":"source","relation_name":"\"dev\".\"raw\".\"items\""}},
         "metrics":{"metric.shop.total":{"resource_type":"metric","depends_on":{"nodes":["semantic_model.shop.orders"]}}},
         "semantic_models":{"semantic_model.shop.orders":{"resource_type":"semantic_model","depends_on":{"nodes":["model.shop.orders"]}}},
         "exposures":{"exposure.shop.board":{"resource_type":"exposure","type":"dashboard","owner":{"name":"Ann","email":["ann@x.org"]},"depends_on":{"nodes":["metric.shop.total","model.shop.orders"]}}},
         "groups":{"group.shop.sales":{"name":"sales","owner":{"name":"Sales","email":"sales@x.org"}}},
         "metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v12.json","adapter_type":"postgres"}}
        """;

    const string Catalog = """
        {"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/catalog/v1.json"},
         "nodes":{"model.shop.orders":{"metadata":{"type":"BASE TABLE","owner":"loader"},"stats":{"num_rows":{"id":"num_rows","value":42},"bytes":{"value":"8192"},"has_stats":{"value":true}}}},
         "sources":{"source.shop.raw.items":{"metadata":{"type":"VIEW","owner":"etl"},"stats":{"has_stats":{"value":false}}}},"errors":null}
        """;

    [Fact]
    public void Relations_sources_and_exposures_are_told_with_the_keys_of_their_database()
    {
        var told = Read(Manifest);

        Assert.Equal(
            [
                "dbt://exposure.shop.board", "postgres://dev.public.\"Orders\"",
                "postgres://dev.public.kinds", "postgres://dev.public.past",
                "postgres://dev.raw.items", "postgres://dev.raw.orders",
            ], told.Keys());
        Assert.Equal([new AssetName(NameScheme.Dbt, "seed.shop.kinds")], told.Asset("postgres://dev.public.kinds").Names);
        Assert.Equal(AssetKind.Dashboard, told.Asset("dbt://exposure.shop.board").Kind);
    }

    [Fact]
    public void Data_flows_through_what_stands_in_no_database_and_tests_are_left_out()
    {
        var told = Read(Manifest);

        Assert.Equal(
            [
                "postgres://dev.public.\"Orders\" > dbt://exposure.shop.board",
                "postgres://dev.public.\"Orders\" > postgres://dev.public.past",
                "postgres://dev.public.kinds > postgres://dev.public.\"Orders\"",
                "postgres://dev.raw.items > postgres://dev.public.\"Orders\"",
                "postgres://dev.raw.orders > postgres://dev.public.\"Orders\"",
            ], told.Edges());
        var missing = Assert.Single(told.Untaken());
        Assert.Equal("$.nodes['snapshot.shop.past']", missing.Place);
        Assert.Contains("model.shop.missing", missing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Owners_come_from_the_group_then_from_meta_then_from_the_database()
    {
        var told = Zip(Manifest, Catalog);

        Assert.Equal([new("Sales", "group"), new("Jo", "owner"), new AssetOwner("loader", "database")],
            told.Asset("postgres://dev.public.\"Orders\"").Owners!);
        Assert.Equal([new AssetOwner("team-raw", "owner")], told.Asset("postgres://dev.raw.orders").Owners!);
        Assert.Equal([new AssetOwner("Ann", "owner")], told.Asset("dbt://exposure.shop.board").Owners!);
        Assert.Null(told.Asset("postgres://dev.public.past").Owners);
    }

    [Fact]
    public void Tags_and_meta_become_labels_and_say_whether_there_is_data_about_people()
    {
        var told = Read(Manifest);

        var orders = told.Asset("postgres://dev.public.\"Orders\"");
        Assert.Equal(
            [
                new("nightly", "tag"), new("gold", "tag"), new("contains_pii", "meta"), new("confidential", "classification"),
                new("pii", "tag", "email"), new AssetLabel("has_pii", "meta", "email"),
            ], orders.Labels!);
        Assert.Equal(PeopleData.Yes, orders.PeopleData);
        Assert.Equal(PeopleData.No, told.Asset("postgres://dev.public.kinds").PeopleData);
        Assert.Null(told.Asset("postgres://dev.public.past").PeopleData);
    }

    [Fact]
    public void The_catalog_adds_kinds_and_sizes()
    {
        var told = Zip(Manifest, Catalog);

        var (orders, items) = (told.Asset("postgres://dev.public.\"Orders\""), told.Asset("postgres://dev.raw.items"));
        Assert.Equal((AssetKind.Table, 42L, 8192L), (orders.Kind, orders.Rows, orders.Bytes));
        Assert.Equal((AssetKind.View, null), (items.Kind, items.Rows));
        Assert.Null(told.Asset("postgres://dev.raw.orders").Kind);
    }

    [Fact]
    public void A_manifest_of_version_1_has_no_relation_names_and_gives_the_same_keys()
    {
        var told = Read("""
            {"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v1.json","adapter_type":"snowflake"},
             "nodes":{"model.shop.orders":{"resource_type":"model","database":"dev","schema":"public","name":"x","alias":"orders","config":{"materialized":"view"},"tags":"one","depends_on":{"nodes":["source.shop.raw.o"]}},
               "model.shop.eph":{"resource_type":"model","database":"dev","schema":"public","name":"eph","alias":"eph","config":{"materialized":"ephemeral"}}},
             "sources":{"source.shop.raw.o":{"resource_type":"source","database":"dev","schema":"raw","name":"o","identifier":"O_1"}},
             "exposures":{},"parent_map":{},"child_map":{}}
            """);

        Assert.Equal(["snowflake://DEV.PUBLIC.ORDERS", "snowflake://DEV.RAW.O_1"], told.Keys());
        Assert.Equal(["snowflake://DEV.RAW.O_1 > snowflake://DEV.PUBLIC.ORDERS"], told.Edges());
        var orders = told.Asset("snowflake://DEV.PUBLIC.ORDERS");
        Assert.Equal((AssetKind.View, "one"), (orders.Kind, orders.Labels!.Single().Value));
    }

    [Fact]
    public void Several_projects_in_one_zip_keep_to_their_own_catalogs_and_other_files_are_left_alone()
    {
        var other =
            """{"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v9.json","adapter_type":"bigquery"},"nodes":{"model.b.t":{"resource_type":"model","relation_name":"`p`.`d`.`T`","config":{}}}}""";
        var told = new DbtFormat().Read(new Sent(
            Sent.Part("not json", "a/target/run_results.json"),
            Sent.Part(Manifest, "a/target/manifest.json"), Sent.Part(other, "b/target/manifest.json"),
            Sent.Part(Catalog, "b/target/catalog.json"), Sent.Part("raw", "a/models/orders.sql"))).ToList();

        Assert.Contains("bigquery://p.d.T", told.Keys());
        Assert.Null(told.Asset("postgres://dev.public.\"Orders\"").Rows);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/run-results/v4.json"}}""")]
    [InlineData("""{"metadata":3,"nodes":[]}""")]
    public void What_is_no_manifest_is_refused(string json) =>
        Assert.IsType<DbtFormat.NoManifest>(Assert.Throws<UnreadableException>(() => Read(json)).Why);

    [Fact]
    public void The_catalog_alone_is_refused_with_the_way_out() =>
        Assert.IsType<DbtFormat.CatalogAlone>(Assert.Throws<UnreadableException>(() => Read(Catalog)).Why);

    [Fact]
    public void A_manifest_that_is_cut_off_behind_its_metadata_is_refused_and_not_taken_in_part() =>
        Assert.IsType<IncidentDesk.Assets.Importing.JsonStreams.JsonFile.JsonCutOff>(Assert.Throws<UnreadableException>(() =>
            Read("""{"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v12.json"},"nodes":{"model.a.b":{"resource_type":"model","relation_name":"a.b.c"}""")).Why);

    static List<CatalogueStatement> Read(string json) => new DbtFormat().Read(json);

    static List<CatalogueStatement> Zip(string manifest, string catalog) =>
        [.. new DbtFormat().Read(new Sent(Sent.Part(catalog, "target/catalog.json"), Sent.Part(manifest, "target/manifest.json")))];
}
