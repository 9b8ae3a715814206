using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;
using IncidentDesk.Reports;
using IncidentDesk.Tests.Assets;

namespace IncidentDesk.Tests.Reports;

public sealed class ExposureTests : ReportTest
{
    [Fact]
    public async Task Without_linked_assets_the_extent_is_an_unknown_and_there_is_no_empty_section()
    {
        var report = await Report(await Declare());

        Assert.Contains("The exposed data is not recorded: no assets are linked.",
            Words(report, "What is known, and what is not"), StringComparison.Ordinal);
        Assert.DoesNotContain(report.Blocks.OfType<Block.Heading>(), h => h.Text == "Exposure");
    }

    [Fact]
    public async Task The_largest_containers_are_bars_and_the_rest_is_one_bar()
    {
        var report = await Report(await Exposed(2_600));

        var chart = Assert.Single(report.Blocks.OfType<Block.BarChart>());
        Assert.Equal(11, chart.Bars.Count);
        Assert.Equal(("90 other containers", 2_340), (chart.Bars[^1].Label, (int)chart.Bars[^1].Value));
        Assert.Equal(2_600, chart.Bars.Sum(b => b.Value));
        Assert.Contains("2,600 assets are linked to this incident; 1,733 of them are known to hold data about people.",
            Words(report, "Exposure"), StringComparison.Ordinal);
        Assert.Contains("2,600 assets are concerned.", ((Block.Callout)report.Blocks[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_of_access_is_counted_state_by_state_and_unknown_stays_unknown()
    {
        var number = await Exposed(10);
        await Done(new SetExposure
        {
            Incident = number, Keys = ["hive://warehouse/mci_01.events_00001"], Disclosure = Disclosure.Disclosed
        });
        await Done(new SetExposure
        {
            Incident = number, Keys = ["hive://warehouse/mci_02.events_00002"], Disclosure = Disclosure.CannotBeAssessed
        });

        var report = await Report(number);
        var table = report.Blocks.OfType<Block.Table>()
            .Single(t => t.Caption.StartsWith("What is recorded about unauthorised access", StringComparison.Ordinal));

        Assert.Equal(["Disclosed 1", "Cannot be assessed 1", "To be determined 8"], table.Rows.Select(r => $"{r[0].Text} {r[1].Text}"));
        Assert.Contains("For 9 of 10 assets it is not known whether anyone accessed them.", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_window_says_what_is_missing_from_it()
    {
        var number = await Exposed(10);
        Assert.Contains("\"label\":\"Open from\",\"value\":\"The start is not known.\"",
            Words(await Report(number)), StringComparison.Ordinal);
        await Done(new SetExposure { Incident = number, All = true, ExposedFrom = Now.AddDays(-90) });
        await Done(new SetExposure { Incident = number, Pattern = "*mci_01*", ExposedTo = Now.AddHours(-1) });

        var words = Words(await Report(number), "Exposure");

        Assert.Contains("14 Mar 2026, 04:10 CET · 03:10 UTC, at the earliest\"", words, StringComparison.Ordinal);
        Assert.Contains(
            "12 Jun 2026, 04:10 CEST · 02:10 UTC, at the latest; for 9 of 10 assets no end is recorded, so they may still be open",
            words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_known_at_an_instant_later_links_and_findings_are_not_in_it()
    {
        var number = await Exposed(10);
        Clock.Advance(TimeSpan.FromHours(1));
        var (then, before) = (Clock.GetUtcNow(), Words(await Report(number), "Exposure"));
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new SetExposure { Incident = number, All = true, Disclosure = Disclosure.Disclosed, ExposedFrom = Now.AddDays(-1) });
        await Done(new UnlinkAssets { Incident = number, Pattern = "*mci_01*", Reason = "Test data" });

        Assert.Equal(before, Words(await Report(number, asKnownAt: then), "Exposure"));
        Assert.Contains("9 assets are linked", Words(await Report(number), "Exposure"), StringComparison.Ordinal);
    }

    async Task<int> Exposed(int tables)
    {
        var number = await Declare("Tables open");
        await Done(Catalogue.Import(Catalogue.Hive(tables)));
        await Done(new LinkAssets { Incident = number, Pattern = "hive://warehouse/mci_*" });
        return number;
    }
}
