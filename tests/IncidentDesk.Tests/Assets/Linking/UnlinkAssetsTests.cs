using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Assets.Linking;

public sealed class UnlinkAssetsTests : AssetTest
{
    [Fact]
    public async Task Unlinked_assets_leave_with_a_reason_and_stay_readable_as_known_before()
    {
        var incident = await DeclareWith("hive://w/*");

        var unlinked =
            await Do(new UnlinkAssets { Incident = incident, Keys = [Orders, Screens, "hive://w/other"], Reason = "Never opened up." });

        Assert.Equivalent(new UnlinkedAssets(2, ["hive://w/other"], 3), unlinked.Value, strict: true);
        var entry = Assert.IsType<AssetsUnlinked>((await TimelineOf(incident))[2]);
        Assert.Equal("Unlinked 2 assets: Never opened up.", entry.Sentence());
        Assert.Equal([Screens, Orders], await KeysIn(entry.Attachment));
        Assert.Equal(new AssetTally { Total = 2, ToBeDetermined = 2 }, (await State(incident)).Tally);
        Assert.Equal([KeysA, KeysB], await LinkedKeys(incident));
        Assert.Equal([KeysA, KeysB, Screens, Orders], await LinkedKeys(incident, asOf: 2));
        Assert.Empty(await LinkedKeys(incident, asOf: 1));
    }

    [Fact]
    public async Task What_was_unlinked_can_be_linked_again_and_each_time_is_remembered()
    {
        var incident = await DeclareWith("hive://w/logs.keys_*");
        await Done(new UnlinkAssets { Incident = incident, All = true, Reason = "The wrong cluster." });
        await Done(new LinkAssets { Incident = incident, Keys = [KeysB] });

        Assert.Equal([KeysA, KeysB], await LinkedKeys(incident, asOf: 2));
        Assert.Empty(await LinkedKeys(incident, asOf: 3));
        Assert.Equal([KeysB], await LinkedKeys(incident));
        Assert.Equal(1, (await State(incident)).Tally.Total);
    }

    [Fact]
    public async Task Unlinking_what_is_not_linked_changes_nothing()
    {
        var incident = await DeclareWith("hive://w/logs.keys_a");

        var nothing = await Do(new UnlinkAssets { Incident = incident, Pattern = "hive://w/sales.*", Reason = "Not ours." });

        Assert.Equivalent(new UnlinkedAssets(0, ["hive://w/sales.*"], 2), nothing.Value, strict: true);
    }

    [Fact]
    public async Task Unlinking_needs_a_choice_a_reason_a_role_and_an_open_incident()
    {
        var incident = await DeclareWith("hive://w/*");

        var invalid = Assert.IsType<Refusal.Invalid>(
            (await Do(new UnlinkAssets { Incident = incident, All = true, Pattern = "*" })).Refusal);
        Assert.Equal(["pattern", "reason"], invalid.Fields.Keys.Order());
        Assert.IsType<Refusal.NotFound>((await Do(new UnlinkAssets { Incident = incident, All = true, Reason = "x" }, Comms)).Refusal);
        Assert.IsType<Incident.IsClosed>(
            (await Do(new UnlinkAssets { Incident = await DeclareClosed(), All = true, Reason = "x" })).Refusal);
        await HiddenFromStrangers(number => new UnlinkAssets { Incident = number, All = true, Reason = "x" });
        Assert.Equal(4, (await Linked(incident)).Count);
    }
}
