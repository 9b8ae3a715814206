using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Incidents;

public sealed class DeclareIncidentTests : DeskTest
{
    [Fact]
    public async Task Declaring_opens_a_timeline_and_gives_a_number()
    {
        var outcome = await Do(new DeclareIncident { Title = "45,000 tables are readable by everyone ", Severity = Severity.Sev2 });

        Assert.True(outcome.Done);
        Assert.Equal("INC-1", outcome.Value.Name);
        Assert.Equal(new IncidentDeclared("45,000 tables are readable by everyone", Severity.Sev2, IncidentKind.Live, Visibility.Open),
            (await TimelineOf(1))[0]);
        Assert.Equal(Severity.Sev2, await Read((db, _) => db.Incidents.Select(i => i.Severity).SingleAsync()));
    }

    [Theory, InlineData(" "), InlineData(""), InlineData(null)]
    public async Task An_untitled_incident_is_refused_and_leaves_nothing_behind(string? title)
    {
        var outcome = await Do(new DeclareIncident { Title = title! });

        var invalid = Assert.IsType<Refusal.Invalid>(outcome.Refusal);
        Assert.Equal(["title"], invalid.Fields.Keys);
        Assert.Equal(0, await Read((db, _) => db.Incidents.CountAsync()));
    }

    [Fact]
    public async Task A_private_incident_does_not_exist_for_a_stranger_and_does_for_who_declared_it()
    {
        await Done(new DeclareIncident { Title = "Somebody read the diary", Visibility = Visibility.Private });

        Assert.Equal(1, await Read((db, _) => db.Incidents.CountAsync()));
        Assert.Equal(0, await Read((db, _) => db.Incidents.CountAsync(), Stranger));
        Assert.Equal(0, await Read((db, _) => db.Entries.CountAsync(e => e.Incident != null), Stranger));
    }
}
