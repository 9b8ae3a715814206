using System.Diagnostics;
using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Odcs;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Tests.Assets.Importing.Odcs;

public sealed class OdcsFormatTests
{
    const string Head = "kind: DataContract\napiVersion: v3.1.0\nid: orders-contract\n";

    [Fact]
    public void An_object_on_each_server_is_an_asset_with_owners_labels_and_where_it_comes_from()
    {
        var told = Read(Head + """
            tags: [sales]
            servers:
            - {server: a, type: postgres, host: DB, port: 5432, database: Shop, schema: Public, environment: prod}
            - {server: b, type: postgres, host: DB, port: 5433, database: Shop, schema: Public, environment: UAT}
            schema:
            - name: Orders
              physicalName: orders_1
              physicalType: table
              tags: ["tier:gold"]
              properties:
              - {name: email, classification: confidential, tags: [pii]}
              - name: address
                properties: [{name: street, classification: "4"}]
              - name: lines
                items: {properties: [{name: sku, transformSourceObjects: [Raw, other.raw2]}]}
            - {name: Raw, physicalName: raw_orders, physicalType: view}
            team:
              name: Sales
              members:
              - {username: left, role: owner, dateOut: "2020-01-01"}
              - {username: steward, role: data steward}
              - {username: ann, role: Data Owner}
            """);

        Assert.Equal(
            [
                "postgres://db:5432/shop.public.orders_1", "postgres://db:5432/shop.public.raw_orders",
                "postgres://db:5433/shop.public.orders_1#uat", "postgres://db:5433/shop.public.raw_orders#uat",
            ], told.Keys());
        var orders = told.Asset("postgres://db:5432/shop.public.orders_1");
        Assert.Equal((AssetKind.Table, PeopleData.Yes, (string?)null), (orders.Kind, orders.PeopleData, orders.Environment));
        Assert.Equal("uat", told.Asset("postgres://db:5433/shop.public.orders_1#uat").Environment);
        Assert.Equal([new("ann", "Data Owner"), new("Sales", "team"), new AssetOwner("steward", "data steward")], orders.Owners!);
        Assert.Equal(
            [
                new("sales", "tag"), new("tier:gold", "tag"), new("pii", "tag", "email"), new("confidential", "classification", "email"),
                new AssetLabel("4", "classification", "address.street"),
            ], orders.Labels!);
        Assert.Equal(
            [
                "postgres://db:5432/shop.other.raw2 > postgres://db:5432/shop.public.orders_1",
                "postgres://db:5432/shop.public.raw_orders > postgres://db:5432/shop.public.orders_1",
                "postgres://db:5433/shop.other.raw2#uat > postgres://db:5433/shop.public.orders_1#uat",
                "postgres://db:5433/shop.public.raw_orders#uat > postgres://db:5433/shop.public.orders_1#uat",
            ], told.Edges());
        Assert.Null(told.Asset("postgres://db:5432/shop.public.raw_orders").PeopleData);
    }

    [Theory]
    [InlineData("{type: kafka, host: 'Broker:9092'}", "kafka://broker:9092/t")]
    [InlineData("{type: bigquery, project: p, dataset: d}", "bigquery://p.d.t")]
    [InlineData("{type: snowflake, account: Org-A, database: d, schema: s}", "snowflake://org-a/D.S.T")]
    [InlineData("{type: databricks, host: h, catalog: c, schema: s}", "unitycatalog://h/c.s.t")]
    [InlineData("{type: mysql, host: h, port: 3306, database: d}", "mysql://h:3306/d.t")]
    [InlineData("{type: oracle, host: h, port: 1521, serviceName: x}", "oracle://h:1521/X.T")]
    [InlineData("{type: glue, account: '123', database: d, location: 's3://b/x/{model}/*.parquet'}", "s3://b/x/t")]
    [InlineData("{type: glue, account: '123', database: d}", "glue://123/d.t")]
    [InlineData("{type: s3, location: 's3://b/x/*.json'}", "s3://b/x/t")]
    [InlineData("{type: local, path: ./data/*.csv}", "file:///./data/t")]
    [InlineData("{type: trino, host: h, port: 8080, catalog: c, schema: s}", "trino://h:8080/c.s.t")]
    [InlineData("{type: pubsub, project: p}", "pubsub://topic:p:t")]
    [InlineData("{type: custom, customType: Teradata, host: h, database: d}", "teradata://h/d.t")]
    [InlineData("{}", "odcs://t")]
    public void Each_kind_of_server_spells_its_levels_in_its_own_way(string server, string key) =>
        Assert.Equal(key, Read($"{Head}servers: [{server}]\nschema: [{{name: t}}]").Assets().Single().Key);

    [Fact]
    public void Without_a_server_an_object_is_known_by_its_contract() =>
        Assert.Equal("odcs://orders-contract/t", Read(Head + "schema: [{name: t}]").Assets().Single().Key);

    [Fact]
    public void The_team_of_version_3_0_is_a_list_and_several_contracts_may_stand_in_one_file()
    {
        var told = Read($"{Head}schema: [{{name: a}}]\nteam: [{{username: jo, role: dpo}}]\n"
            + $"---\n{Head}schema: [{{name: b}}, {{logicalType: object}}]\n---\nhello: world\n");

        Assert.Equal([new AssetOwner("jo", "dpo")], told.Asset("odcs://orders-contract/a").Owners!);
        Assert.Null(told.Asset("odcs://orders-contract/b").Owners);
        Assert.Equal(["line 6: $.schema[1]", "line 11: $"], told.Untaken().Select(u => u.Place));
    }

    [Fact]
    public void Anchors_are_followed_within_bounds()
    {
        var told = Read(Head + "schema:\n- name: a\n  tags: &t [x, &y z]\n- name: b\n  tags: *t\n- {name: *y}\n");

        Assert.Equal(["odcs://orders-contract/a", "odcs://orders-contract/b", "odcs://orders-contract/z"], told.Keys());
        Assert.Equal(["x", "z"], told.Asset("odcs://orders-contract/b").Labels!.Select(l => l.Value));
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_at_once()
    {
        var bomb = new StringBuilder(Head).Append("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 12; i++)
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        Assert.IsType<YamlDocuments.TooMuch>(Refused(bomb.ToString()));
    }

    [Theory]
    [InlineData("a: &x [*x]\n")]
    [InlineData("a: *nothing\n")]
    [InlineData("a: [1, 2\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("? [a, b]\n: c\n")]
    [InlineData("a: \"\\ud83d\"\n")]
    [InlineData("\ta: b")]
    [InlineData("a: b\n%YAML 99999999999999999999.1\n---\n")]
    [InlineData("a: !<!> x\n'")]
    public void What_is_no_sound_yaml_is_refused_with_its_line(string yaml) =>
        Assert.IsType<YamlDocuments.YamlBroken>(Refused(Head + yaml));

    [Fact]
    public void Nesting_and_size_are_bounded_and_bytes_have_to_be_utf_8()
    {
        var started = Stopwatch.GetTimestamp();
        Assert.IsType<YamlDocuments.YamlTooDeep>(Refused($"{Head}a: {new string('[', 500_000)}"));
        Assert.IsType<YamlDocuments.YamlTooDeep>(Refused($"{Head}a: {string.Concat(Enumerable.Repeat("{a: ", 100_000))}"));
        Assert.IsType<Refusal.TooLarge>(Refused($"{Head}a: {new string('x', YamlDocuments.MostCharacters)}"));
        Assert.IsType<YamlDocuments.YamlNotUtf8>(Assert.Throws<UnreadableException>(
            () => new OdcsFormat().Read(Sent.Bytes([.. "kind: "u8, 0xC3, 0x28], "c.yaml")).ToList()).Why);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("kind: DataContract\napiVersion: v2.2.2\n")]
    [InlineData("apiVersion: v3.0.0\n")]
    public void A_file_without_a_contract_of_version_3_is_refused(string yaml) => Assert.IsType<OdcsFormat.NoContract>(Refused(yaml));

    [Fact]
    public void A_location_is_where_the_bytes_lie() => Assert.Equal(
        [new AssetName(NameScheme.Location, "s3://b/x/t")],
        Read(Head + "servers: [{type: s3, location: 's3://b/x/{model}/*.json'}]\nschema: [{name: t}]").Assets().Single().Names);

    static List<CatalogueStatement> Read(string yaml) => new OdcsFormat().Read(yaml, "contract.yaml");

    static Refusal Refused(string yaml) => Assert.Throws<UnreadableException>(() => Read(yaml)).Why;
}
