using IncidentDesk.Assets.Linking;
using IncidentDesk.Reports;
using IncidentDesk.Tests.Assets;

namespace IncidentDesk.Tests.Reports;

public sealed class DownstreamTests : ReportTest
{
    const string Csv = "key,container,people_data,upstreams\nhive://w/logs.keys,logs,yes,\n"
        + "hive://w/features.daily,features,yes,hive://w/logs.keys\n"
        + "hive://w/boards.people,boards,no,hive://w/features.daily\n";

    [Fact]
    public async Task Where_the_data_went_is_told_in_figures_with_what_they_do_not_know()
    {
        await Done(Catalogue.Import(Csv));
        var number = await Declare();
        Assert.DoesNotContain((await Report(number)).Blocks.OfType<Block.Heading>(), h => h.Text == "Blast radius");
        await Done(new LinkAssets { Incident = number, Pattern = "hive://w/logs.*" });
        Clock.Advance(TimeSpan.FromDays(40));

        var report = await Report(number);

        Assert.Contains(
            "Data from the 1 asset linked flows on to 2 assets, at most 2 hops away; 1 of them is known to hold data about people.",
            Words(report, "Blast radius"), StringComparison.Ordinal);
        Assert.Equal([("1 hop", 1d), ("2 hops", 1d)], report.Blocks.OfType<Block.BarChart>()
            .Single(b => b.Title.StartsWith("By distance", StringComparison.Ordinal)).Bars.Select(b => (b.Label, b.Value)));
        Assert.Contains("older than 30 days: warehouse.csv",
            report.Blocks.OfType<Block.Callout>().Single(c => c.Title == "What is not included").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_downstream_the_report_says_so()
    {
        await Done(Catalogue.Import(Csv));
        var number = await Declare();
        await Done(new LinkAssets { Incident = number, Pattern = "hive://w/boards.*" });

        Assert.Contains("Nothing is known to be downstream of the 1 asset linked, according to the catalogue",
            Words(await Report(number), "Blast radius"), StringComparison.Ordinal);
    }
}
