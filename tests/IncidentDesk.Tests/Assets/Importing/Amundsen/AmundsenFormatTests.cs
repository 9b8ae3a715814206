using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing.Amundsen;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.Amundsen;

public sealed class AmundsenFormatTests
{
    static readonly AmundsenFormat Format = new();

    [Fact]
    public async Task The_files_of_databuilder_come_in_one_zip()
    {
        var heard = await Heard.From(Format, ZipForge.Zip(
            ("table.csv", "database,cluster,schema_name,table_name,table_desc,tags,is_view\n"
                + "hive,gold,sales,orders,\"all,\norders\",\"daily,pii\",false\ndynamo,gold,sales,carts,,,true\n"),
            ("owner.csv", "db_name,schema,cluster,table_name,owners\nhive,sales,gold,orders,\"roald@example.org,chris@example.org\"\n"),
            ("badges.csv", "name,category,database,cluster,schema,table_name\nbeta,table_status,hive,gold,sales,orders\n"),
            ("updated.csv", "cluster,db,schema_name,table_name,last_updated_time_epoch\ngold,hive,sales,orders,1570230473\n"),
            ("lineage.csv", "source_table_key,target_table_key\nhive://gold.sales/orders,dynamo://gold.sales/carts\n"
                + "hive://gold.sales/orders,hive://gold.sales/test's_table4\nnonsense,hive://gold.sales/orders\n"),
            ("dashboard.csv",
                "product,cluster,dashboard_group,dashboard_name,dashboard_group_id,dashboard_id\nmode,gold,Group,Board,g1,d1\n"),
            ("dashboard_table.csv", "product,cluster,dashboard_group_id,dashboard_id,table_ids\n"
                + "mode,gold,g1,d1,\"hive://gold.sales/orders,hive://gold.sales/x\"\n"),
            ("col.csv", "name,description,col_type,sort_order,database,cluster,schema_name,table_name,table_desc\n"
                + "id,,bigint,1,hive,gold,sales,orders,\n")), "amundsen.zip");

        Assert.Equal(["table.csv: line 2", "owner.csv: line 2", "badges.csv: line 2", "updated.csv: line 2"],
            heard.Assets.Where(a => a.Key == "hive://gold/sales.orders").Select(a => a.Place));
        Assert.Equal((AssetKind.Table, "tag:daily tag:pii", PeopleData.Yes, "sales"),
            (heard.Assets[0].Kind!.Value, Heard.Labels(heard.Assets[0]), heard.Assets[0].PeopleData!.Value, heard.Assets[0].Container));
        Assert.Equal([new AssetName(NameScheme.Amundsen, "hive://gold.sales/orders")], heard.Assets[0].Names);
        Assert.Equal(AssetKind.View, heard["dynamo://gold/sales.carts"].Kind);
        Assert.Equal("roald@example.org chris@example.org", Heard.Owners(heard.Assets[2]));
        Assert.Equal("badge:beta", Heard.Labels(heard.Assets[3]));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1570230473), heard.Assets[4].LastAccess);
        Assert.Equal(
        [
            "hive://gold/sales.orders > dynamo://gold/sales.carts",
            "hive://gold/sales.orders > hive://gold/sales.test's_table4",
            "hive://gold/sales.orders > mode_dashboard://gold/g1.d1", "hive://gold/sales.x > mode_dashboard://gold/g1.d1",
        ], heard.Flows);
        Assert.Equal(["lineage.csv: line 4", "col.csv: line 1"], heard.Untaken.Select(u => u.Place));
    }

    [Fact]
    public async Task Lineage_of_columns_is_lineage_of_their_tables()
    {
        var heard = await Heard.From(Format, "source_column_key,target_column_key\nhive://g.s/a/x,hive://g.s/b/x\n"
            + "hive://g.s/a/y,hive://g.s/b/y\nhive://g.s/a/x,hive://g.s/a/z\n", "c.csv");
        Assert.Equal(["hive://g/s.a > hive://g/s.b"], heard.Flows);
    }

    [Fact]
    public async Task A_row_that_does_not_fit_is_named_and_the_rest_is_taken()
    {
        var heard = await Heard.From(Format, "database,cluster,schema,table_name,owners\nhive,gold,sales\n"
            + "hive,gold,sales,orders,me,too many\nhive,gold,sales,ca\"rts,me\n\nhive,gold,sales,\"od,d\",me\n", "o.csv");

        Assert.Equal(["hive://gold/sales.od,d"], heard.Assets.Select(a => a.Key));
        Assert.Equal(["line 2", "line 3", "line 4"], heard.Untaken.Select(u => u.Place));
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("{\"TableList\": []}")]
    [InlineData("database,cluster,schema,table_name,owners\n")]
    public async Task A_file_of_something_else_is_refused(string text) =>
        Assert.IsType<AmundsenFormat.NotAmundsen>(await Heard.Refused(Format, text, "x.csv"));
}
