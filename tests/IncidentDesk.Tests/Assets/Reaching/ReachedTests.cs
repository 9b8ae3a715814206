using IncidentDesk.Assets;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Assets.Reaching;

public sealed class ReachedTests : ReachTest
{
    [Fact]
    public async Task Everything_downstream_is_counted_once_with_its_distance()
    {
        var radius = await Radius(await DeclareWith());

        Assert.Equal((2, 6, 2, 3), (radius.Linked, radius.Total, radius.PeopleData, radius.Hops));
        Assert.Equal([new(1, 1, 1), new(2, 3, 1), new(3, 2, 0)], radius.ByDistance);
    }

    [Fact]
    public async Task It_is_counted_by_container_owner_label_people_data_review_and_kind()
    {
        var radius = await Radius(await DeclareWith());

        Assert.Equal(["features 2 of 1, nearest 1", " 2 of 0, nearest 2", "boards 1 of 1, nearest 2", "registry 1 of 0, nearest 3"],
            Said(radius.ByContainer));
        Assert.Equal([" 3 of 0, nearest 2", "ben 2 of 1, nearest 1", "cat 1 of 1, nearest 2"], Said(radius.ByOwner));
        Assert.Equal([" 3 of 0, nearest 2", "ml 2 of 1, nearest 1", "staff 2 of 2, nearest 1"], Said(radius.ByLabel));
        Assert.Equal(["unknown 3 of 0, nearest 2", "yes 2 of 2, nearest 1", "no 1 of 0, nearest 3"], Said(radius.ByPeopleData));
        Assert.Equal(["unknown 6 of 2, nearest 1"], Said(radius.ByReview));
        Assert.Equal(["feature-table", "dashboard", "model", "stub", "unknown"], radius.ByKind.Largest.Select(g => g.Name));
        Assert.Equal([1, 1, 0], radius.ByContainer.Largest[0].ByDistance);
    }

    [Fact]
    public async Task Each_asset_comes_with_a_shortest_way_to_what_is_linked()
    {
        var found = await List(await DeclareWith());

        Assert.Equal([Daily, Rank, Board, Crm, Model, $"{Crm}/note"], found.Items.Select(a => a.Key));
        Assert.Equal([Keys, Daily, Board], found.Items.Single(a => a.Key == Board).Path);
        Assert.Equal([Keys, Daily, Rank, Model], found.Items.Single(a => a.Key == Model).Path);
    }

    [Fact]
    public async Task Pages_come_one_after_the_other_without_gaps()
    {
        var incident = await DeclareWith();
        var (keys, after) = (new List<string>(), default(string));
        do
        {
            var page = await List(incident, limit: 2, after: after);
            keys.AddRange(page.Items.Select(a => a.Key));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal((await List(incident)).Items.Select(a => a.Key), keys);
    }

    [Fact]
    public async Task A_filter_narrows_the_list()
    {
        var incident = await DeclareWith();

        Assert.Equal([Rank, Board, Crm], await Keyed(new() { Distance = 2 }));
        Assert.Equal([Daily, Rank], await Keyed(new() { Label = "ml" }));
        Assert.Equal([Daily, Board], await Keyed(new() { PeopleData = PeopleData.Yes }));
        Assert.Equal([Board], await Keyed(new() { PeopleData = PeopleData.Yes, Owner = "cat" }));
        Assert.Equal([Model], await Keyed(new() { Kind = AssetKind.Model, Container = "registry", Review = PrivacyReview.Unknown }));
        Assert.Empty(await Keyed(new() { Distance = 99 }));

        async Task<IEnumerable<string>> Keyed(ReachFilter filter) => (await List(incident, filter)).Items.Select(a => a.Key);
    }

    [Fact]
    public async Task Upstream_is_where_the_data_came_from()
    {
        var incident = await DeclareWith(Board);
        var wanted = new ReachWanted { Direction = LineageDirection.Upstream };

        Assert.Equal([Daily, Model, Keys, Rank, Source], (await List(incident, wanted: wanted)).Items.Select(a => a.Key));
        Assert.Equal([Board, Daily, Keys, Source], (await List(incident, wanted: wanted)).Items[^1].Path);
        Assert.Equal((1, 5), ((await Radius(incident, wanted)).Linked, (await Radius(incident, wanted)).Total));
    }

    [Fact]
    public async Task What_is_not_known_is_said()
    {
        var complete = (await Radius(await DeclareWith())).Completeness;

        Assert.Equal((1, 1), (complete.Stubs, complete.LinkedWithoutLineage));
        Assert.Equal("1 asset within reach is known by name only: no catalogue describes it, and what is beyond is not known.",
            complete.Remarks[0]);
        Assert.Equal("1 of the linked assets has no lineage at all: either nothing uses it, or no catalogue records it.",
            complete.Remarks[1]);
        Assert.False(complete.Complete);
    }

    [Fact]
    public async Task A_limit_that_ended_the_search_is_said_and_one_that_did_not_is_not()
    {
        var incident = await DeclareWith();

        var shallow = await Radius(incident, new() { Depth = 2 });
        Assert.Equal((4, 2, (int?)2), (shallow.Total, shallow.Hops, shallow.Completeness.DepthLimit));
        Assert.Contains("The search ended after 2 hops; there is more beyond.", shallow.Completeness.Remarks);
        Assert.Null((await Radius(incident, new() { Depth = 3 })).Completeness.DepthLimit);

        var small = await Radius(incident, new() { Most = 3 });
        Assert.Equal((4, (int?)3), (small.Total, small.Completeness.SizeLimit));
        Assert.Contains("The search ended after more than 3 assets; there is more beyond.", small.Completeness.Remarks);
    }

    [Fact]
    public async Task It_begins_at_what_was_linked_as_known_then()
    {
        var incident = await DeclareWith();
        var then = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new LinkAssets { Incident = incident, Keys = [Daily] });
        await Done(new UnlinkAssets { Incident = incident, Pattern = "hive://w/logs.*", Reason = "Copies" });

        Assert.Equal((1, 5), ((await Radius(incident)).Linked, (await Radius(incident)).Total));
        Assert.Equal((2, 6), ((await Radius(incident, asKnownAt: then)).Linked, (await Radius(incident, asKnownAt: then)).Total));
    }

    [Fact]
    public async Task Without_links_it_is_empty()
    {
        var radius = await Radius(await Declare());

        Assert.Equal((0, 0, 0), (radius.Linked, radius.Total, radius.Hops));
        Assert.True(radius.Completeness.Complete);
    }

    [Fact]
    public async Task A_private_incident_and_one_that_does_not_exist_are_the_same()
    {
        var incident = await DeclareWith(visibility: Visibility.Private);

        Assert.Equal(new Refusal.NotFound($"incident INC-{incident}"), await Refused(incident));
        Assert.Equal(new Refusal.NotFound("incident INC-4711"), await Refused(4711));

        async Task<Refusal?> Refused(int number) =>
            (await Read((db, _) => Reached.From(db, Lineage, number, ReachWanted.Usual, RightNow), Stranger)).Refusal;
    }

    static IEnumerable<string> Said(ReachedGroups groups) =>
        groups.Largest.Select(g => $"{g.Name} {g.Count} of {g.PeopleData}, nearest {g.Nearest}");
}
