using CsCheck;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Tests.Assets.Naming;

public sealed class CanonicalKeyTests
{
    /// <summary>Text made of what names break on, and of anything else.</summary>
    static readonly Gen<string> Hard = Gen.OneOf(
        Gen.OneOf("a", "B", "Ä", "İ", "ß", ".", "/", "\"", "`", "[", "]", "#", "dev", "%23", "@", ":",
            ",", "(", ")", " ", "://", "😀", "\\", "\n", "prod", "default", "s3", "urn:li:", "s3://")
            .Array[0, 12].Select(string.Concat),
        Gen.String);

    static readonly Gen<string> Platforms = Gen.OneOf(
        Gen.OneOf("hive", "snowflake", "s3", "S3A", "bigquery", "postgresql", "kafka",
            "hdfs", "job", "openlineage", "glue", "Oracle", "unheard-of", ""), Hard);

    [Theory]
    [InlineData("Hive", "Metastore.Example.COM:9083", "Sales.Orders", null, "hive://metastore.example.com:9083/sales.orders")]
    [InlineData("hive", null, "Sales.Orders", null, "hive://sales.orders")]
    [InlineData("postgresql", "db:5432", "Shop.public.\"Orders\"", null, "postgres://db:5432/shop.public.\"Orders\"")]
    [InlineData("postgres", "db", "\"shop\".\"public\".\"orders\"", null, "postgres://db/shop.public.orders")]
    [InlineData("hive", "w", "`Sales`.`Orders`", null, "hive://w/sales.orders")]
    [InlineData("trino", "t", "\"Hive\".\"Sales\".\"Odd.Name\"", null, "trino://t/hive.sales.\"odd.name\"")]
    [InlineData("redshift", "c.eu:5439", "Dev.Public.Users", null, "redshift://c.eu:5439/dev.public.users")]
    [InlineData("snowflake", "Org-Acct", "shop.public.orders", null, "snowflake://org-acct/SHOP.PUBLIC.ORDERS")]
    [InlineData("snowflake", "org-acct", "SHOP.PUBLIC.\"orders\"", null, "snowflake://org-acct/SHOP.PUBLIC.\"orders\"")]
    [InlineData("bigquery", null, "`My-Project.Sales.Orders`", null, "bigquery://My-Project.Sales.Orders")]
    [InlineData("bigquery", null, "`My-Project`.`Sales`.`Orders`", null, "bigquery://My-Project.Sales.Orders")]
    [InlineData("kafka", "Broker:9092", "Orders.V1", null, "kafka://broker:9092/Orders.V1")]
    [InlineData("s3a", "Bucket", "/Raw/Orders/", null, "s3://bucket/Raw/Orders")]
    [InlineData("s3", null, "bucket/Raw/x", null, "s3://bucket/Raw/x")]
    [InlineData("hdfs", "nn:8020", "/warehouse/sales.db/orders", null, "hdfs://nn:8020/warehouse/sales.db/orders")]
    [InlineData("file", null, "/tmp/x y", null, "file:///tmp/x y")]
    [InlineData("mssql", "h", "[Shop].[dbo].[Order.Lines]", null, "mssql://h/Shop.dbo.\"Order.Lines\"")]
    [InlineData("hive", "w", "sales.orders", "DEV", "hive://w/sales.orders#dev")]
    [InlineData("hive", "w", "sales.orders", "PROD", "hive://w/sales.orders")]
    [InlineData("looker", null, "dashboard.a#1", null, "looker://dashboard.a%231")]
    [InlineData("mysql", null, "shop.a/b", null, "mysql:///shop.a/b")]
    public void A_key_is_folded_as_its_platform_folds_names(string platform, string? instance, string name, string? environment, string key)
    {
        Assert.Equal(key, CanonicalKey.Of(platform, instance, name, environment));
        Assert.Equal(key, CanonicalKey.Folded(key));
    }

    [Theory]
    [InlineData("Hive://Warehouse/MCI_07.Events_00042", "hive://warehouse/mci_07.events_00042")]
    [InlineData(" kafka://orders ", "kafka://orders")]
    [InlineData("s3n://Bucket/Key/", "s3://bucket/Key")]
    [InlineData("kafka://k/orders#staging", "kafka://k/orders#staging")]
    [InlineData("no key at all", "no key at all")]
    [InlineData("", "")]
    public void A_key_that_somebody_types_is_folded_the_same_way(string typed, string key) => Assert.Equal(key, CanonicalKey.Folded(typed));

    [Fact]
    public void Folding_twice_is_folding_once() => Gen.Select(Platforms, Hard, Hard).Sample((platform, instance, name) =>
    {
        var once = CanonicalKey.Of(platform, instance, name);
        return CanonicalKey.Parse(once) is null || CanonicalKey.Folded(once) == once;
    });

    [Fact]
    public void What_was_typed_folds_to_one_key_however_often() => Gen.Select(Platforms, Hard).Sample((platform, rest) =>
    {
        var once = CanonicalKey.Folded($"{platform}://{rest}");
        return CanonicalKey.Folded(once) == once;
    });

    [Fact]
    public void A_plain_key_is_folded_as_any_other_is() => Gen.Select(
        Gen.OneOf("hive", "s3", "s3a", "snowflake", "bigquery", "postgresql", "file", "x.y", "a:b", "kafka", "job"),
        Gen.Char["ab9_-.:/"].Array[0, 12]).Sample((platform, rest) =>
        {
            var key = $"{platform}://{string.Concat(rest)}";
            return CanonicalKey.Parse(key) is not { } p ? CanonicalKey.Folded(key) == key
                : CanonicalKey.Folded(key) == CanonicalKey.Of(p.Platform, p.Instance, p.Name, p.Environment);
        });

    [Fact]
    public void A_parsed_key_printed_parses_the_same() => Gen.Select(Platforms, Hard).Sample((platform, rest) =>
    {
        var parts = CanonicalKey.Parse($"{platform}://{rest}");
        if (parts is null) return true;
        var printed = CanonicalKey.Printed(parts.Value);
        return CanonicalKey.Parse(printed) is not { } again || again == parts;
    });

    [Fact]
    public void Parts_written_as_a_name_are_read_as_the_same_parts() => Hard.Array[1, 5].Sample(parts =>
        QualifiedName.Parts(QualifiedName.Of(parts)).Select(p => p.Text).SequenceEqual(parts));

    [Fact]
    public void No_name_of_any_system_makes_a_mapping_fail() => Gen.Select(Platforms, Hard, Hard).Sample((platform, a, b) =>
    {
        NamedAsset?[] all =
        [
            OpenLineageNames.Dataset(platform, a), OpenLineageNames.Dataset(a, b), OpenLineageNames.Dataset($"{platform}://{a}", b),
            DataHubNames.Of(a, b), DataHubNames.Of($"urn:li:{platform}:({a},{b},PROD)"),
            DataHubNames.Of($"urn:li:dataset:(urn:li:dataPlatform:{platform},{a},{b})", b),
            OpenMetadataNames.Of(platform, a), OpenMetadataNames.Of(null, $"{a}.{b}", b),
            AtlasNames.Of(platform, a), AtlasNames.Of(platform, $"{a}@{b}"), GlueNames.OfArn(a),
            GlueNames.OfArn($"arn:aws:glue:eu:1:table/{a}/{b}"), GlueNames.Of(platform, a, a, b),
            DbtNames.Relation(platform, a, b), DbtNames.Of(platform, a, b, b, a),
            DbtNames.Own(a), AmundsenNames.Of(a), AmundsenNames.Of($"{platform}://{a}.{b}/{b}"),
        ];
        Assert.NotNull(OpenLineageNames.Job(a, b));
        foreach (var named in all.OfType<NamedAsset>())
            if (CanonicalKey.Parse(named.Key) is not null) Assert.Equal(named.Key, CanonicalKey.Folded(named.Key));
        _ = Locations.Of(a);
    });
}
