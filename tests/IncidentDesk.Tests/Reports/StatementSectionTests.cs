using IncidentDesk.Reports;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;

namespace IncidentDesk.Tests.Reports;

public sealed class StatementSectionTests : ReportTest
{
    [Fact]
    public async Task What_went_out_stands_word_for_word_and_a_draft_only_by_name()
    {
        var number = await Declare();
        var press = await Done(
            new DraftStatement { Incident = number, Audience = Audience.Press, Text = "There is no indication\n\nat this time." }, Comms);
        await Done(new PublishStatement
        {
            Incident = number, Statement = press.Statement, Version = 1, Channel = "By telephone", Text = "Nobody looked."
        }, Comms);
        await Done(new DraftStatement { Incident = number, Audience = Audience.Staff, Text = "Dear colleagues" }, Comms);

        var report = await Report(number);
        var words = Words(report, "Statements");

        Assert.Contains(report.Blocks, b => b is Block.Heading { Text: "To the press: S1, version 1" });
        Assert.Contains(report.Blocks, b => b is Block.Markdown { Source: "> Nobody looked." });
        Assert.Contains("12 Jun 2026, 05:10 CEST · 03:10 UTC · By telephone · recorded by Cleo Comms", words, StringComparison.Ordinal);
        Assert.Contains("The published text differs from version 1", words, StringComparison.Ordinal);
        Assert.Contains("Not published: S2 to the staff, version 1.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Dear colleagues", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_published_later_was_not_published_then()
    {
        var number = await Declare();
        var press = await Done(new DraftStatement { Incident = number, Audience = Audience.Press, Text = "At this time." }, Comms);
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new PublishStatement
        {
            Incident = number, Statement = press.Statement, Version = 1, Channel = "Web", PublishedAt = Now
        }, Comms);

        Assert.Contains("No statement has been published.",
            Words(await Report(number, asKnownAt: Now.AddMinutes(30)), "Statements"), StringComparison.Ordinal);
        Assert.Contains("Web", Words(await Report(number), "Statements"), StringComparison.Ordinal);
    }
}
