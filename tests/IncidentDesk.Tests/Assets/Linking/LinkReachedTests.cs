using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;
using IncidentDesk.Tests.Assets.Reaching;

namespace IncidentDesk.Tests.Assets.Linking;

public sealed class LinkReachedTests : ReachTest
{
    [Fact]
    public async Task Everything_downstream_is_linked_in_one_entry_that_says_how_it_was_found()
    {
        var incident = await DeclareWith();

        var linked = await Do(new LinkReached { Incident = incident, Disclosure = Disclosure.CannotBeAssessed });

        Assert.Equal((6, 0, 3), (linked.Value!.Linked, linked.Value.AlreadyLinked, linked.Value.Position));
        var entry = Assert.IsType<AssetsLinked>((await TimelineOf(incident))[^1]);
        Assert.Equal("Linked 6 assets downstream of the linked assets. Disclosure: cannot be assessed.", entry.Sentence());
        Assert.Equal((8, 6), ((await State(incident)).Tally.Total, (await State(incident)).Tally.CannotBeAssessed));
    }

    [Fact]
    public async Task It_can_be_kept_to_a_few_hops_and_to_data_about_people()
    {
        var incident = await DeclareWith();

        var near = await Do(new LinkReached { Incident = incident, Hops = 1, OnlyPeopleData = true });

        Assert.Equal(1, near.Value!.Linked);
        Assert.Equal("Linked 1 asset downstream of the linked assets, at most 1 hop away, "
            + "only with data about people. Disclosure: to be determined.", (await TimelineOf(incident))[^1].Sentence());
        Assert.Equal(3, (await Do(new LinkReached { Incident = incident, Hops = 1 })).Value!.Linked);
    }

    [Fact]
    public async Task Where_nothing_new_is_reached_nothing_is_recorded()
    {
        var incident = await DeclareWith(Model);
        await Done(new LinkReached { Incident = incident });

        Assert.Equal((0, 3), ((await Do(new LinkReached { Incident = incident })).Value!.Linked, (await TimelineOf(incident)).Count));
    }

    [Fact]
    public async Task Upstream_it_links_where_the_data_came_from()
    {
        var incident = await DeclareWith(Keys);

        Assert.Equal(1, (await Do(new LinkReached { Incident = incident, Direction = LineageDirection.Upstream })).Value!.Linked);
        Assert.StartsWith("Linked 1 asset upstream of the linked assets.",
            (await TimelineOf(incident))[^1].Sentence(), StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(100_000)]
    public async Task A_number_of_hops_that_means_nothing_is_refused(int hops)
    {
        var incident = await DeclareWith();

        Assert.Equal(["hops"],
            Assert.IsType<Refusal.Invalid>((await Do(new LinkReached { Incident = incident, Hops = hops })).Refusal).Fields.Keys
                .Select(k => k.ToLowerInvariant()));
    }

    [Fact]
    public async Task An_incident_that_is_closed_gets_no_more_links()
    {
        var incident = await DeclareClosed();

        Assert.IsAssignableFrom<Refusal.Rule>((await Do(new LinkReached { Incident = incident })).Refusal);
    }

    [Fact]
    public Task Only_responders_and_privacy_link() => NotFor(Comms, number => new LinkReached { Incident = number });

    [Fact]
    public Task A_private_incident_stays_unknown() => HiddenFromStrangers(number => new LinkReached { Incident = number });
}
