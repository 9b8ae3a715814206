using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Csv;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Tests.Assets.Importing.Csv;

public sealed class CsvFormatTests
{
    [Fact]
    public void A_row_is_read_with_everything_it_says_in_whatever_order()
    {
        var told = Catalogue.Parsed("\uFEFFOwner,key,labels,people_data,kind,upstreams,container\r\n"
            + "team-a, hive://w/sales.orders ,b;a;b,YES,feature-table,kafka://k/orders;s3://raw/x,other\r\n");

        var asset = Assert.Single(told.Assets());
        Assert.Equal(("line 2", "hive://w/sales.orders", AssetKind.FeatureTable, "other", PeopleData.Yes),
            (asset.Place, asset.Key, asset.Kind, asset.Container, asset.PeopleData));
        Assert.Equal([new AssetOwner("team-a")], asset.Owners!);
        Assert.Equal(["a", "b"], asset.Labels!.Select(l => l.Value));
        Assert.Equal(["kafka://k/orders > hive://w/sales.orders", "s3://raw/x > hive://w/sales.orders"], told.Edges());
        Assert.Empty(asset.Names);
        Assert.Empty(told.Untaken());
    }

    [Fact]
    public void What_the_file_has_no_column_for_stays_unsaid_and_an_empty_field_says_nothing_is_there()
    {
        var unsaid = Catalogue.Parsed("key\nhive://w/a\n").Assets().Single();
        Assert.Equal((null, null, null, null, null), (unsaid.Kind, unsaid.Container, unsaid.Owners, unsaid.Labels, unsaid.PeopleData));

        var empty = Catalogue.Parsed($"{CsvColumns.Wanted}\nhive://w/a.b,,,,,,\n").Assets().Single();
        Assert.Equal((AssetKind.Unknown, "a", PeopleData.Unknown, 0, 0),
            (empty.Kind, empty.Container, empty.PeopleData, empty.Owners!.Count, empty.Labels!.Count));
    }

    [Fact]
    public void Environment_sizes_last_access_and_other_names_have_columns_of_their_own()
    {
        var told = Catalogue.Parsed("""
            key,environment,rows,bytes,last_access,names
            hive://w/a,DEV,45,900,1491248909,"datahub=urn:li:dataset:(urn:li:dataPlatform:hive,a,DEV);location=s3a://b/x/"
            hive://w/b,prod,-1,,0,hive://other/b
            hive://w/c,,,,2026-06-12T03:10:00+02:00,
            """);

        var dev = told.Asset("hive://w/a#dev");
        Assert.Equal(("dev", 45L, 900L, DateTimeOffset.FromUnixTimeSeconds(1491248909)),
            (dev.Environment, dev.Rows, dev.Bytes, dev.LastAccess));
        Assert.Equal([
            new(NameScheme.DataHub, "urn:li:dataset:(urn:li:dataPlatform:hive,a,DEV)"),
            new AssetName(NameScheme.Location, "s3://b/x")
        ], dev.Names);
        var prod = told.Asset("hive://w/b");
        Assert.Equal((null, null, null), (prod.Rows, prod.Bytes, prod.LastAccess));
        Assert.Equal([new AssetName(NameScheme.Key, "hive://other/b")], prod.Names);
        Assert.Equal(new DateTimeOffset(2026, 6, 12, 1, 10, 0, TimeSpan.Zero), told.Asset("hive://w/c").LastAccess);
    }

    [Fact]
    public void A_key_is_folded_as_its_platform_folds_names_and_stays_known_as_it_was_given()
    {
        var told = Catalogue.Parsed("key,upstreams\nHive://W/Sales.Orders,s3a://Raw/X/\n");

        Assert.Equal([new AssetName(NameScheme.Key, "Hive://W/Sales.Orders")], told.Asset("hive://w/sales.orders").Names);
        Assert.Equal(["s3://raw/X > hive://w/sales.orders"], told.Edges());
    }

    [Fact]
    public void A_table_of_edges_names_both_ends_or_the_one_it_knows()
    {
        var told = Catalogue.Parsed(
            "from,to,job\nhive://w/a,hive://w/b,airflow://dag.load\nhive://w/A,\n,hive://w/c\n,\nhive://w/a,HIVE://w/a\nhive://w/a,b\n");

        Assert.Equal(["hive://w/a > hive://w/b by airflow://dag.load"], told.Edges());
        Assert.Equal(["hive://w/a", "hive://w/c"], told.Keys());
        Assert.Equal([
            ("line 5", "Both ends are empty."), ("line 6", "The asset would be its own upstream."),
            ("line 7", "to: The key has no platform at the start; a key looks like hive://warehouse/sales.orders.")
        ], told.Untaken().Select(u => (u.Place, u.Reason)));
    }

    [Fact]
    public void A_dump_with_tabs_is_read_with_the_words_that_databases_write_for_nothing()
    {
        var told = Catalogue.Parsed("key\towner\trows\nhive://w/a,b\t\\N\tNULL\nhive://w/c\tjo, ann\t3\n");

        Assert.Equal(["hive://w/a,b", "hive://w/c"], told.Keys());
        Assert.Empty(told.Asset("hive://w/a,b").Owners!);
        Assert.Equal(("jo, ann", 3L), (told.Asset("hive://w/c").Owners![0].Name, told.Asset("hive://w/c").Rows));
    }

    [Theory]
    [InlineData("sales.orders", "no platform")]
    [InlineData("://w/sales.orders", "no platform")]
    [InlineData("hi ve://w/sales", "no platform")]
    [InlineData("hive://", "no name after")]
    [InlineData(",", "empty")]
    [InlineData("hive://w/a\u0007b", "control character")]
    [InlineData("hive://w/a,tabel", "kind “tabel” is not known")]
    [InlineData("hive://w/a,table,,,,maybe", "people_data must be yes, no or unknown")]
    [InlineData("hive://w/a,table,,,,yes,orders", "upstream “orders” is not a key")]
    [InlineData("hive://w/a,table,,,,yes,hive://w/a", "names itself")]
    [InlineData("hive://w/a,table,c,o,l,yes,,more", "has 8 fields, the header 7")]
    [InlineData("hive://w/a\"b", "a quote inside a field without quotes")]
    [InlineData("\"hive://w/a\"b", "follows a closing quote")]
    [InlineData("\"hive://w/a", "does not end on its line")]
    public void A_row_that_is_wrong_is_rejected_with_its_line_and_the_rest_is_taken(string wrong, string reason)
    {
        var told = Catalogue.Parsed($"{CsvColumns.Wanted}\nhive://w/before\n\n{wrong}\nhive://w/behind\n");

        Assert.Equal(["hive://w/before", "hive://w/behind"], told.Keys());
        var rejected = Assert.Single(told.Untaken());
        Assert.Equal("line 4", rejected.Place);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows", "45.5", "rows must be a whole number")]
    [InlineData("bytes", "-2", "bytes must be a whole number")]
    [InlineData("last_access", "2026-06-12", "last_access must be a time with its offset")]
    [InlineData("names", "oracle9=x", "does not begin with its scheme")]
    [InlineData("names", "no key", "is not a key")]
    [InlineData("environment", "d\u0001v", "control character")]
    public void A_new_column_is_as_strict(string column, string value, string reason) =>
        Assert.Contains(reason, Catalogue.Parsed($"key,{column}\nhive://w/a,{value}\n").Untaken().Single().Reason,
            StringComparison.Ordinal);

    [Theory, InlineData("key", 1_001), InlineData("owner", 201), InlineData("label", 101), InlineData("container", 1_001)]
    public void A_field_beyond_all_measure_rejects_its_row(string field, int length)
    {
        var text = new string('x', length);
        var row = field switch
        {
            "key" => $"hive://{text}",
            "owner" => $"hive://w/a,,,{text}",
            "label" => $"hive://w/a,,,,{text}",
            _ => $"hive://w/a,,{text}"
        };

        Assert.Contains($"The {field} is longer than",
            Catalogue.Parsed($"{CsvColumns.Wanted}\n{row}\n").Untaken().Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_key_twice_is_taken_once_and_a_contradiction_is_rejected()
    {
        var told = Catalogue.Parsed("key,owner\nkafka://w/a,x\nkafka://w/a,x\nkafka://w/a,y\nkafka://w/A,y\n");

        Assert.Equal(["kafka://w/A", "kafka://w/a"], told.Keys());
        Assert.Equal(
            [new RejectedStatement("line 4", "Line 2 gives other values for the same key; that line was imported.")], told.Untaken());
    }

    [Fact]
    public void A_file_that_is_no_csv_is_refused_whole_and_says_why()
    {
        Assert.IsType<CsvAssets.IsBinary>(Catalogue.Refused([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0]));
        Assert.IsType<CsvAssets.IsBinary>(Catalogue.Refused(Encoding.Unicode.GetBytes("key\nhive://w/a\n")));
        Assert.Equal(new CsvAssets.NotUtf8(3), Catalogue.Refused(Encoding.Latin1.GetBytes("key\nhive://w/a\nhive://w/größe\n")));
        Assert.Equal(new CsvAssets.NoHeader("hive://w/a"), Catalogue.Refused("hive://w/a\nhive://w/b\n"u8.ToArray()));
        Assert.Equal(new CsvAssets.NoHeader("key;owner"), Catalogue.Refused("key;owner\nhive://w/b;x\n"u8.ToArray()));
        Assert.Equal(new CsvAssets.NoHeader("from"), Catalogue.Refused("from\nhive://w/b\n"u8.ToArray()));
        Assert.Equal(new CsvAssets.NoHeader(""), Catalogue.Refused([]));
        Assert.Equal(new CsvAssets.UnknownColumn("colour"), Catalogue.Refused("key,colour\nhive://w/b,red\n"u8.ToArray()));
        Assert.Equal(new CsvAssets.UnknownColumn("from"), Catalogue.Refused("key,from,to\n"u8.ToArray()));
        Assert.Equal(new CsvAssets.UnknownColumn("owner"), Catalogue.Refused("from,to,owner\n"u8.ToArray()));
        Assert.Equal(new CsvAssets.ColumnTwice("key"), Catalogue.Refused("key,KEY\nhive://w/b,x\n"u8.ToArray()));
    }

    [Fact]
    public void A_line_without_end_refuses_the_file() =>
        Assert.Equal(new CsvAssets.LineTooLong(3),
            Catalogue.Refused(Encoding.UTF8.GetBytes($"key,owner\nhive://w/a,x\nhive://w/b,{new string('x', 70_000)}\n")));

    [Fact]
    public void A_file_beyond_its_bound_is_refused_without_being_kept()
    {
        using var endless = new EndlessFile("from,to\n", $"hive://w/a,hive://w/{new string('x', 900)}\n");
        var format = new CsvFormat { MostBytes = 40 << 20 };

        var why = Assert.Throws<UnreadableException>(
            () => format.Read(new Sent(new CataloguePart("endless.csv", () => Restarted(endless)))).Count()).Why;

        Assert.IsType<Refusal.TooLarge>(why);
        Assert.InRange(endless.Position, 40 << 20, 41 << 20);
    }

    [Fact]
    public void A_file_in_another_format_is_refused_before_it_fills_the_answer_with_complaints()
    {
        var why = Assert.Throws<UnreadableException>(() =>
            new CsvFormat().Read(new Sent(new CataloguePart("endless.csv", () => new EndlessFile("key\n", "no key at all\n"))))
                .Count()).Why;

        Assert.Equal(2, Assert.IsType<CsvAssets.TooManyBadRows>(why).Line);
    }

    static EndlessFile Restarted(EndlessFile file)
    {
        file.Position = 0;
        return file;
    }
}
