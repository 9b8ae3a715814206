using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;

namespace IncidentDesk.Tests.Incidents;

public sealed class EditIncidentTests : IncidentTest
{
    [Fact]
    public async Task What_is_left_out_stays_and_only_what_changed_is_recorded()
    {
        var number = await Declare("Tables are open");

        await Do(new EditIncident { Incident = number, Title = "Tables are open", Summary = " Since the last rollout. " });
        await Do(new EditIncident { Incident = number, Title = "45,000 tables are open" });

        var state = await State(number);
        Assert.Equal(("45,000 tables are open", "Since the last rollout."), (state.Title, state.Summary));
        Assert.Equal([new IncidentDescribed(null, "Since the last rollout."), new IncidentDescribed("45,000 tables are open")],
            (await TimelineOf(number)).Skip(1));
    }

    [Fact]
    public async Task An_empty_summary_takes_it_out()
    {
        var number = await Declare();
        await Done(new EditIncident { Incident = number, Summary = "Wrong incident" });

        Assert.True((await Do(new EditIncident { Incident = number, Summary = "" })).Done);

        Assert.Null((await State(number)).Summary);
    }

    [Fact]
    public async Task Describing_it_as_it_is_described_is_refused()
    {
        var number = await Declare("Tables are open");

        Assert.IsType<Incident.DescribedSo>(
            (await Do(new EditIncident { Incident = number, Title = "Tables are open ", Summary = "" })).Refusal);
    }

    [Theory, InlineData(""), InlineData("  "), InlineData("two\nlines")]
    public async Task A_title_that_is_no_line_is_refused(string title)
    {
        var number = await Declare();

        Assert.Equal(["title"],
            Assert.IsType<Refusal.Invalid>((await Do(new EditIncident { Incident = number, Title = title })).Refusal).Fields.Keys);
    }

    [Fact]
    public async Task A_closed_incident_keeps_its_words()
    {
        var number = await DeclareClosed();

        Assert.Equal(new Incident.IsClosed(number), (await Do(new EditIncident { Incident = number, Title = "Nicer" })).Refusal);
    }

    [Fact]
    public Task Leadership_reads_and_does_not_rewrite() => NotFor(Leader, n => new EditIncident { Incident = n, Title = "Nicer" });

    [Fact]
    public Task A_private_incident_is_not_there_to_be_described() =>
        HiddenFromStrangers(n => new EditIncident { Incident = n, Title = "Mine" });
}
