using IncidentDesk.Door;
using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Incidents;

public sealed class PostUpdateTests : DeskTest
{
    [Fact]
    public async Task What_is_written_into_a_private_incident_by_a_stranger_is_refused_as_if_there_were_none()
    {
        await Done(new DeclareIncident { Title = "Somebody read the diary", Visibility = Visibility.Private });

        var hidden = await Do(new PostUpdate { Incident = 1, Text = "hello?" }, Stranger);
        var missing = await Do(new PostUpdate { Incident = 99, Text = "hello?" }, Stranger);

        Assert.Equal("incident INC-1", Assert.IsType<Refusal.NotFound>(hidden.Refusal).What);
        Assert.Equal("incident INC-99", Assert.IsType<Refusal.NotFound>(missing.Refusal).What);
    }

    [Fact]
    public async Task Whoever_has_not_seen_the_latest_entry_is_told_so()
    {
        await Done(new DeclareIncident { Title = "Door open" });
        await Done(new PostUpdate { Incident = 1, Text = "Closed it" });

        var stale = await Desk.Do(new PostUpdate { Incident = 1, Text = "Closing it" }, Second, new Terms { Seen = 1 });

        Assert.Equal(new Refusal.Stale(1, 2), stale.Refusal);
    }

    [Fact]
    public async Task Many_people_writing_at_once_lose_nothing()
    {
        await Done(new DeclareIncident { Title = "Everybody at once" });

        var written = await Task.WhenAll(Enumerable.Range(0, 100).Select(n =>
            Task.Run(() => Desk.Do(new PostUpdate { Incident = 1, Text = $"note {n}" }, n % 2 == 0 ? Responder : Second))));

        Assert.All(written, w => Assert.True(w.Done));
        Assert.Equal(Enumerable.Range(2, 100), written.Select(w => w.Value!.Value).Order());
    }
}
