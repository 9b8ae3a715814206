using IncidentDesk.Assets.Evidence;

namespace IncidentDesk.Tests.Assets.Evidence;

public sealed class SetContainmentTests : EvidenceTest
{
    static SetContainment To(int incident, Containment state) =>
        new() { Incident = incident, All = true, State = state, Evidence = "Grants removed, change 88121", DoneBy = "Jonas Weber" };

    [Fact]
    public async Task An_asset_is_exposed_then_contained_then_verified_and_who_and_what_shows_it_is_on_record()
    {
        var incident = await Exposed();

        Assert.Equivalent(new ContainmentChanged(4, 0, [], 4), (await Do(To(incident, Containment.Contained))).Value, strict: true);
        await Done(To(incident, Containment.Verified) with { All = false, Keys = [KeysA], Evidence = "Grants read back" });

        var all = (await Summary(incident)).All;
        Assert.Equal((0, 3, 1), (all.Exposed, all.Contained, all.Verified));
        Assert.Equal("4 assets are contained, by Jonas Weber: Grants removed, change 88121", (await TimelineOf(incident))[3].Sentence());
        Assert.Equal("1 asset is verified, by Jonas Weber: Grants read back", (await TimelineOf(incident))[4].Sentence());
        Assert.Equal([KeysA], (await Assessed(incident, new AssessedFilter { Containment = Containment.Verified })).Select(a => a.Key));
    }

    [Fact]
    public async Task What_nobody_contained_cannot_be_verified()
    {
        var incident = await Exposed();
        await Done(To(incident, Containment.Contained) with { All = false, Keys = [KeysA] });

        Assert.Equal(new NotContainedYet(3), (await Do(To(incident, Containment.Verified))).Refusal);
        Assert.Equal(3, (await Summary(incident)).All.Exposed);
    }

    [Fact]
    public async Task What_turns_out_open_is_exposed_again_and_a_withdrawal_brings_back_what_was_said_before()
    {
        var incident = await Exposed();
        await Done(To(incident, Containment.Contained));
        await Done(To(incident, Containment.Exposed) with { All = false, Keys = [KeysB], Evidence = "Still in the cache" });
        Assert.Equal((1, 3), ((await Summary(incident)).All.Exposed, (await Summary(incident)).All.Contained));
        Assert.Equal("1 asset is exposed again, by Jonas Weber: Still in the cache", (await TimelineOf(incident))[4].Sentence());

        await Done(new WithdrawEvidence { Incident = incident, Position = 5, Reason = "That was another table" });

        Assert.Equal((0, 4), ((await Summary(incident)).All.Exposed, (await Summary(incident)).All.Contained));
    }

    [Fact]
    public async Task Only_what_differs_is_written()
    {
        var incident = await Exposed();
        await Done(To(incident, Containment.Contained) with { All = false, Keys = [KeysA] });

        Assert.Equivalent(new ContainmentChanged(3, 1, [], 5), (await Do(To(incident, Containment.Contained))).Value, strict: true);
        Assert.Equivalent(new ContainmentChanged(0, 4, [], 5), (await Do(To(incident, Containment.Contained))).Value, strict: true);
    }

    [Fact]
    public async Task It_needs_a_state_what_shows_it_and_a_role_and_tells_a_stranger_nothing()
    {
        var incident = await Exposed();

        Assert.Equal(["evidence", "pattern", "state"],
            Assert.IsType<Refusal.Invalid>((await Do(new SetContainment { Incident = incident })).Refusal).Fields.Keys.Order());
        await NotFor(Comms, n => To(n, Containment.Contained));
        await HiddenFromStrangers(n => To(n, Containment.Contained));
    }
}
