using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.OpenLineage;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Tests.Assets.Importing.OpenLineage;

public sealed class OpenLineageFormatTests
{
    [Fact]
    public void A_run_tells_its_job_what_it_reads_and_writes_and_the_flow_between_them()
    {
        var told = Read("""
            {"eventType":"COMPLETE","eventTime":"2026-06-12T03:10:00+02:00","run":{"runId":"r"},"job":{"namespace":"airflow","name":"sales.load","facets":{"jobType":{"jobType":"TASK"}}},
             "inputs":[~,"name":"shop.public.Orders"},{"namespace":"kafka://k:9092","name":"Orders"}],
             "outputs":[{"namespace":"s3a://raw","name":"/orders/","facets":{"unheardOf":{"deep":[[[{}]]]}}}]}
            """);

        Assert.Equal(["job://airflow/sales.load", "kafka://k:9092/Orders", "postgres://db:5432/shop.public.orders", "s3://raw/orders"],
            told.Keys());
        Assert.Equal([
            "kafka://k:9092/Orders > s3://raw/orders by job://airflow/sales.load",
            "postgres://db:5432/shop.public.orders > s3://raw/orders by job://airflow/sales.load"
        ], told.Edges());
        Assert.Equal([AssetKind.Job, null, AssetKind.Topic, AssetKind.FileSet], told.Assets().Select(a => a.Kind));
        Assert.Equal(new DateTimeOffset(2026, 6, 12, 1, 10, 0, TimeSpan.Zero), told.Asset("s3://raw/orders").LastAccess);
        Assert.Null(told.Asset("job://airflow/sales.load").LastAccess);
        Assert.Equal(
            [new(NameScheme.OpenLineage, "s3a://raw|/orders/"), new AssetName(NameScheme.Location, "s3://raw/orders")],
            told.Asset("s3://raw/orders").Names);
    }

    [Fact]
    public void A_dataset_tells_owners_tags_kind_and_its_other_names()
    {
        var told = Read("""
            {"eventTime":"2026-06-12T03:10:00Z","dataset":{"namespace":"hive://hms:9083","name":"Sales.Orders","facets":{
              "symlinks":{"identifiers":[{"namespace":"hdfs://nn:8020","name":"/w/sales.db/orders","type":"LOCATION"},{"namespace":"half"}]},
              "ownership":{"owners":[{"name":"team:sales","type":"MAINTAINER"},{"name":"user:jdoe"},{"type":"nobody"}]},
              "tags":{"tags":[{"key":"pii","value":"true","field":"email"},{"key":"tier","value":"gold"},{"value":"no key"}]},
              "datasetType":{"datasetType":"VIEW"}}}}
            """);

        var asset = Assert.Single(told.Assets());
        Assert.Equal(("hive://hms:9083/sales.orders", AssetKind.View, PeopleData.Yes, false),
            (asset.Key, asset.Kind, asset.PeopleData, asset.Gone));
        Assert.Equal([new("team:sales", "MAINTAINER"), new AssetOwner("user:jdoe")], asset.Owners!);
        Assert.Equal([new("pii", Column: "email"), new AssetLabel("tier=gold")], asset.Labels!);
        Assert.Equal(
            [
                new(NameScheme.OpenLineage, "hive://hms:9083|Sales.Orders"),
                new(NameScheme.OpenLineage, "hdfs://nn:8020|/w/sales.db/orders"),
                new(NameScheme.Location, "hdfs://nn:8020/w/sales.db/orders"),
                new AssetName(NameScheme.Key, "hdfs://nn:8020/w/sales.db/orders"),
            ], asset.Names);
        Assert.Null(asset.LastAccess);
    }

    [Fact]
    public void What_an_event_does_not_speak_of_stays_unsaid()
    {
        var asset = Read("""{"eventTime":"x","dataset":~,"name":"a.b.c"}}""").Assets().Single();

        Assert.Equal((null, null, null, null, null), (asset.Kind, asset.Owners, asset.Labels, asset.PeopleData, asset.LastAccess));
    }

    [Fact]
    public void A_dropped_table_is_gone_and_a_renamed_one_keeps_the_name_it_had()
    {
        var told = Read("""
            {"eventTime":"2026-06-12T03:10:00Z","run":{"runId":"r"},"job":{"namespace":"n","name":"j"},"inputs":[],"outputs":[
              ~,"name":"d.s.dropped","facets":{"lifecycleStateChange":{"lifecycleStateChange":"DROP"}}},
              ~,"name":"d.s.now","facets":{"lifecycleStateChange":{"lifecycleStateChange":"RENAME","previousIdentifier":~,"name":"d.s.Before"}}}}]}
            """);

        Assert.True(told.Asset("postgres://db:5432/d.s.dropped").Gone);
        var renamed = told.Asset("postgres://db:5432/d.s.now");
        Assert.False(renamed.Gone);
        Assert.Contains(new AssetName(NameScheme.Key, "postgres://db:5432/d.s.before"), renamed.Names);
        Assert.Equal(["job://n/j > postgres://db:5432/d.s.dropped", "job://n/j > postgres://db:5432/d.s.now"], told.Edges());
    }

    [Fact]
    public void Columns_count_for_the_dataset_they_are_in()
    {
        var told = Read("""
            {"eventTime":"2026-06-12T03:10:00Z","job":{"namespace":"n","name":"j"},"outputs":[~,"name":"d.s.out","facets":{"columnLineage":{
              "fields":{"a":{"inputFields":[~,"name":"d.s.in","field":"x"},~,"name":"d.s.in","field":"y"}]},"b":{"inputFields":[~,"name":"d.s.out","field":"a"}]}},
              "dataset":[~,"name":"d.s.filter","field":"z"}]}}}]}
            """);

        Assert.Equal(
            ["job://n/j > postgres://db:5432/d.s.out",
                "postgres://db:5432/d.s.filter > postgres://db:5432/d.s.out by job://n/j",
                "postgres://db:5432/d.s.in > postgres://db:5432/d.s.out by job://n/j"],
            told.Edges());
    }

    [Fact]
    public void The_lineage_facet_names_datasets_and_jobs_as_ends()
    {
        var told = Read("""
            {"eventTime":"2026-06-12T03:10:00Z","run":{"runId":"r","facets":{"lineage":{"entries":[
              ~,"name":"d.s.enriched","type":"DATASET","inputs":[~,"name":"d.s.orders","type":"DATASET"},{"namespace":"airflow","name":"before","type":"JOB"}],
               "fields":{"seg":{"inputs":[~,"name":"d.s.orders","type":"DATASET","field":"c"},{"type":"JOB"}]}}},
              {"type":"JOB","inputs":[~,"name":"d.s.checked","type":"DATASET"}]},
              ~,"name":"d.s.source","type":"DATASET","inputs":[]}]}}},"job":{"namespace":"n","name":"j"}}
            """);

        Assert.Equal(
            [
                "job://airflow/before > postgres://db:5432/d.s.enriched by job://n/j", "job://n/j > postgres://db:5432/d.s.enriched",
                "postgres://db:5432/d.s.checked > job://n/j",
                "postgres://db:5432/d.s.orders > postgres://db:5432/d.s.enriched by job://n/j",
            ], told.Edges());
    }

    [Fact]
    public void A_run_that_touches_no_data_says_nothing_and_a_declared_job_says_itself()
    {
        Assert.Empty(Read("""{"eventType":"START","run":{"runId":"r"},"job":{"namespace":"n","name":"j"},"inputs":[],"outputs":[]}"""));
        Assert.Equal(["job://n/j"], Read("""{"job":{"namespace":"n","name":"j"}}""").Keys());
    }

    [Fact]
    public void A_job_that_reads_and_writes_thousands_stands_between_them_itself()
    {
        var many = string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"~,\"name\":\"d.s.t{i}\"}}"));

        Assert.Equal(2_000, Read("""{"run":{},"job":{"namespace":"n","name":"j"},"inputs":[MANY],"outputs":[MANY]}""".Replace(
            "MANY", many, StringComparison.Ordinal)).OfType<StatedEdge>().Count());
    }

    [Fact]
    public void What_is_wrong_with_one_event_is_said_with_its_place_and_the_rest_is_taken()
    {
        var told = Read("""
            {"run":{},"job":{"namespace":"n","name":"j"},"inputs":[{"name":"no namespace"},3],"outputs":[~,"name":"d.s.t"}]}
            {"hello":"world"}
            {"run":{},"job":{"namespace":"n","name":" "}}
            42
            {"run":{},"job":{"namespace":"n","name":"j"},"inputs":[~,"name":"LONG"}]}
            """.Replace(
                "LONG", new string('x', 1_000), StringComparison.Ordinal));

        Assert.Equal(["line 1", "line 1", "line 2", "line 3", "line 4", "line 5", "line 5"], told.Untaken().Select(u => u.Place));
        Assert.Equal(["job://n/j", "postgres://db:5432/d.s.t"], told.Keys());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1,2]")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2020-12/schema"}""")]
    public void A_file_without_any_event_is_refused(string json) =>
        Assert.IsType<OpenLineageFormat.NoEvents>(Assert.Throws<UnreadableException>(() => Read(json)).Why);

    static List<CatalogueStatement> Read(string json) =>
        new OpenLineageFormat().Read(json.Replace("~", "{\"namespace\":\"postgres://db:5432\"", StringComparison.Ordinal));
}
