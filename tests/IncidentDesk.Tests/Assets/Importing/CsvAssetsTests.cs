using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Csv;

namespace IncidentDesk.Tests.Assets.Importing;

public sealed class CsvAssetsTests
{
    [Fact]
    public void A_row_is_read_with_everything_it_says_in_whatever_order()
    {
        var file = Catalogue.Parsed("\uFEFFOwner,key,labels,people_data,kind,upstreams,container\r\nteam-a, hive://w/sales.orders ,b;a;b,YES,feature-table,kafka://k/orders;s3://raw/x,other\r\n");

        var row = Assert.Single(file.Rows);
        Assert.Equal(("hive://w/sales.orders", AssetKind.FeatureTable, "other", "team-a", PeopleData.Yes, 2), (row.Key, row.Kind, row.Container, row.Owner, row.PeopleData, row.Line));
        Assert.Equal(["a", "b"], row.Labels);
        Assert.Equal(["kafka://k/orders", "s3://raw/x"], row.Upstreams);
        Assert.Empty(file.Rejected);
        Assert.Equal(64, file.Sha256.Length);
    }

    [Theory]
    [InlineData("hive://w/sales.orders", "sales")]
    [InlineData("hive://w/mci_07.raw.events_00042", "mci_07.raw")]
    [InlineData("kafka://orders", null)]
    [InlineData("s3://bucket/.hidden", null)]
    public void The_container_is_the_name_up_to_its_last_dot_unless_the_file_says_another(string key, string? container) =>
        Assert.Equal(container, Catalogue.Parsed($"key\n{key}\n").Rows[0].Container);

    [Theory]
    [InlineData("sales.orders", "no platform")]
    [InlineData("://w/sales.orders", "no platform")]
    [InlineData("hi ve://w/sales", "no platform")]
    [InlineData("hive://", "no name behind")]
    [InlineData(",", "empty")]
    [InlineData("hive://w/a\u0007b", "control character")]
    [InlineData("hive://w/a,tabel", "kind “tabel” is not known")]
    [InlineData("hive://w/a,table,,,,maybe", "people_data is yes, no or unknown")]
    [InlineData("hive://w/a,table,,,,yes,orders", "upstream “orders” is no key")]
    [InlineData("hive://w/a,table,,,,yes,hive://w/a", "names itself")]
    [InlineData("hive://w/a,table,c,o,l,yes,,more", "has 8 fields, the header 7")]
    [InlineData("hive://w/a\"b", "quote stands inside")]
    [InlineData("\"hive://w/a\"b", "follows a closing quote")]
    [InlineData("\"hive://w/a", "does not end on its line")]
    public void A_row_that_is_wrong_is_rejected_with_its_line_and_the_rest_is_taken(string wrong, string reason)
    {
        var file = Catalogue.Parsed($"{CsvColumns.Wanted}\nhive://w/before\n\n{wrong}\nhive://w/after\n");

        Assert.Equal(["hive://w/before", "hive://w/after"], file.Rows.Select(r => r.Key));
        var rejected = Assert.Single(file.Rejected);
        Assert.Equal(4, rejected.Line);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Theory, InlineData("key", 1_001), InlineData("owner", 201), InlineData("label", 101), InlineData("container", 1_001)]
    public void A_field_beyond_all_measure_rejects_its_row(string field, int length)
    {
        var text = new string('x', length);
        var row = field switch { "key" => $"hive://{text}", "owner" => $"hive://w/a,,,{text}", "label" => $"hive://w/a,,,,{text}", _ => $"hive://w/a,,{text}" };

        var file = Catalogue.Parsed($"{CsvColumns.Wanted}\n{row}\n");

        Assert.Contains($"The {field} is longer than", Assert.Single(file.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_key_twice_is_taken_once_and_a_contradiction_is_rejected()
    {
        var file = Catalogue.Parsed("key,owner\nhive://w/a,x\nhive://w/a,x\nhive://w/a,y\nhive://w/A,y\n");

        Assert.Equal(["hive://w/a", "hive://w/A"], file.Rows.Select(r => r.Key));
        Assert.Equal([new RejectedRow(4, "Line 2 says something else about the same key; that line was taken.")], file.Rejected);
    }

    [Fact]
    public async Task A_file_that_is_no_csv_is_refused_whole_and_says_why()
    {
        Assert.IsType<CsvAssets.IsBinary>(await Catalogue.Refused([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0]));
        Assert.IsType<CsvAssets.IsBinary>(await Catalogue.Refused(Encoding.Unicode.GetBytes("key\nhive://w/a\n")));
        Assert.Equal(new CsvAssets.NotUtf8(3), await Catalogue.Refused(Encoding.Latin1.GetBytes("key\nhive://w/a\nhive://w/größe\n")));
        Assert.Equal(new CsvAssets.NoHeader("hive://w/a"), await Catalogue.Refused("hive://w/a\nhive://w/b\n"u8.ToArray()));
        Assert.Equal(new CsvAssets.NoHeader("key;owner"), await Catalogue.Refused("key;owner\nhive://w/b;x\n"u8.ToArray()));
        Assert.Equal(new CsvAssets.NoHeader(""), await Catalogue.Refused([]));
        Assert.Equal(new CsvAssets.UnknownColumn("colour"), await Catalogue.Refused("key,colour\nhive://w/b,red\n"u8.ToArray()));
        Assert.Equal(new CsvAssets.ColumnTwice("key"), await Catalogue.Refused("key,KEY\nhive://w/b,x\n"u8.ToArray()));
    }

    [Fact]
    public async Task A_line_without_end_refuses_the_file()
    {
        var line = Encoding.UTF8.GetBytes($"key,owner\nhive://w/a,x\nhive://w/b,{new string('x', 70_000)}\n");

        Assert.Equal(new CsvAssets.LineTooLong(3), await Catalogue.Refused(line));
    }

    [Fact]
    public async Task A_file_beyond_100_MB_is_refused_without_being_kept()
    {
        var endless = new EndlessFile("key\n", $"hive://w/{new string('x', 900)}\n");

        var read = await CsvAssets.Read(endless, "endless.csv");

        Assert.Equal(new Refusal.TooLarge("The file", "100 MB"), read.Refusal);
        Assert.InRange(endless.Position, CsvAssets.MostBytes, CsvAssets.MostBytes + (1 << 20));
    }

    [Fact]
    public async Task A_file_in_another_format_is_refused_before_it_fills_the_answer_with_complaints()
    {
        var read = await CsvAssets.Read(new EndlessFile("key\n", "no key at all\n"), "endless.csv");

        Assert.Equal(2, Assert.IsType<CsvAssets.TooManyBadRows>(read.Refusal).Line);
    }
}
