using IncidentDesk.Assets;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Assets;

public sealed class RollUpTests : AssetTest
{
    [Theory]
    [InlineData(RollUpBy.Container, "logs 3 2|sales 1 0")]
    [InlineData(RollUpBy.Owner, "anna 2 2|none 1 0|ben 1 0")]
    [InlineData(RollUpBy.Label, "keystrokes 2 2|staff 2 1|none 1 0")]
    [InlineData(RollUpBy.Disclosure, "to-be-determined 3 1|disclosed 1 1")]
    public async Task Linked_assets_are_counted_in_groups_the_largest_first(RollUpBy by, string expected)
    {
        var incident = await DeclareWith("hive://w/*");
        await Done(new SetExposure { Incident = incident, Keys = [KeysA], Disclosure = Disclosure.Disclosed });

        var rows = await Read(async (db, _) => await LinkQueries.RollUp(db, await About(incident), by));

        Assert.Equal(expected, string.Join('|', rows.Select(r => $"{r.Name ?? "none"} {r.Count} {r.PeopleData}")));
        Assert.All(rows, r => Assert.Equal(r.Count, r.Disclosures.Total));
    }

    [Fact]
    public async Task A_roll_up_can_be_asked_for_as_known_at_a_position()
    {
        var incident = await DeclareWith("hive://w/*");
        await Done(new UnlinkAssets { Incident = incident, Pattern = "hive://w/logs.*", Reason = "Was closed all along." });

        var (then, now) = (await Containers(2), await Containers(null));

        Assert.Equal(["logs", "sales"], then.Select(r => r.Name));
        Assert.Equal(["sales"], now.Select(r => r.Name));

        Task<IReadOnlyList<RollUpRow>> Containers(int? position) =>
            Read(async (db, _) => await LinkQueries.RollUp(db, await About(incident, position), RollUpBy.Container));
    }

    [Fact]
    public async Task Linked_assets_are_found_by_name_label_and_disclosure_page_by_page()
    {
        var incident = await DeclareWith("hive://w/*");
        await Done(new SetExposure { Incident = incident, Pattern = "*keys_?", Disclosure = Disclosure.Disclosed });

        Assert.Equal([KeysA, KeysB], await Find(incident, new(), Disclosure.Disclosed));
        Assert.Equal([Screens], await Find(incident, new() { Label = "staff" }, Disclosure.ToBeDetermined));
        Assert.Equal([Orders], await Find(incident, new() { Q = "SALES" }, null));
        Assert.Equal([KeysA, KeysB], await Find(incident, new() { Q = "*KEYS_?" }, null));
        Assert.Empty(await Find(incident, new() { Q = "keys_?" }, null));
        Assert.Equal([Screens], await Find(incident, new() { Q = "logs", Owner = "ben" }, null));
        var first = await Read(
            async (db, _) => await LinkQueries.Linked(db, Service<CatalogueNames>(), await About(incident), new(), null, null, 3));
        var second = await Read(
            async (db, _) => await LinkQueries.Linked(db, Service<CatalogueNames>(), await About(incident), new(), null, first.Next, 3));
        Assert.Equal([3, 1], [first.Items.Count, second.Items.Count]);
        Assert.Null(second.Next);
    }

    async Task<IEnumerable<string>> Find(int incident, AssetFilter filter, Disclosure? disclosure) =>
        (await Read(async (db, _) => await LinkQueries.Linked(db, Service<CatalogueNames>(),
            await About(incident), filter, disclosure, null, 100))).Items.Select(a => a.Key);
}
