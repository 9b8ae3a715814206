using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Assets.Linking;

public sealed class SetExposureTests : AssetTest
{
    static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), April = March.AddMonths(1), May = March.AddMonths(2);

    [Fact]
    public async Task What_became_known_replaces_what_was_thought_and_both_can_be_read()
    {
        var incident = await DeclareWith("hive://w/*");

        var changed = await Do(new SetExposure
        {
            Incident = incident, Pattern = "hive://w/logs.*", ExposedFrom = March, Disclosure = Disclosure.Disclosed
        });

        Assert.Equivalent(new ExposureChanged(3, 0, [], 3), changed.Value, strict: true);
        Assert.Equal("Recorded for 3 assets matching hive://w/logs.*, exposed from 1 Mar 2026, 00:00 UTC. Disclosure: disclosed.",
            (await TimelineOf(incident))[2].Sentence());
        Assert.Equal(new AssetTally { Total = 4, Disclosed = 3, ToBeDetermined = 1 }, (await State(incident)).Tally);
        Assert.Equal([(Disclosure.Disclosed, March), (Disclosure.Disclosed, March),
            (Disclosure.Disclosed, March), (Disclosure.ToBeDetermined, (DateTimeOffset?)null)],
            (await Linked(incident)).Select(a => (a.Disclosure, a.ExposedFrom)));
        Assert.All(await Linked(incident, asOf: 2),
            a => Assert.Equal((Disclosure.ToBeDetermined, (DateTimeOffset?)null), (a.Disclosure, a.ExposedFrom)));
    }

    [Fact]
    public async Task What_is_not_given_stays_and_only_what_differs_is_written()
    {
        var incident = await DeclareWith("hive://w/logs.*");
        await Done(new SetExposure
        {
            Incident = incident, Keys = [KeysA], ExposedFrom = March, ExposedTo = May, Disclosure = Disclosure.CannotBeAssessed
        });

        var all = await Do(new SetExposure { Incident = incident, All = true, Disclosure = Disclosure.CannotBeAssessed });
        var again = await Do(new SetExposure { Incident = incident, All = true, Disclosure = Disclosure.CannotBeAssessed });

        Assert.Equal((2, 1), (all.Value!.Changed, all.Value.Unchanged));
        Assert.Equal([KeysB, Screens], await KeysIn(Assert.IsType<ExposureSet>((await TimelineOf(incident))[3]).Attachment));
        Assert.Equivalent(new ExposureChanged(0, 3, [], 4), again.Value, strict: true);
        Assert.Equal((March, May), ((await Linked(incident))[0].ExposedFrom, (await Linked(incident))[0].ExposedTo));
        Assert.Equal(new AssetTally { Total = 3, CannotBeAssessed = 3 }, (await State(incident)).Tally);
    }

    [Fact]
    public async Task A_window_that_was_wrong_can_be_forgotten_or_replaced()
    {
        var incident = await DeclareWith("hive://w/logs.keys_*");
        await Done(new SetExposure { Incident = incident, All = true, ExposedFrom = March, ExposedTo = April });

        await Done(new SetExposure { Incident = incident, Keys = [KeysA], ClearWindow = true });
        await Done(new SetExposure { Incident = incident, Keys = [KeysB], ClearWindow = true, ExposedFrom = May });

        Assert.Equal([(null, null), (May, (DateTimeOffset?)null)], (await Linked(incident)).Select(a => (a.ExposedFrom, a.ExposedTo)));
        Assert.Equal("Recorded for 1 asset, exposure window cleared.", (await TimelineOf(incident))[3].Sentence());
    }

    [Fact]
    public async Task An_end_before_what_is_recorded_as_the_start_is_refused_with_their_number()
    {
        var incident = await DeclareWith("hive://w/*");
        await Done(new SetExposure { Incident = incident, Pattern = "hive://w/logs.*", ExposedFrom = May });

        var refused = await Do(new SetExposure { Incident = incident, All = true, ExposedTo = April });

        Assert.Equal(new ExposureEndsBeforeItStarts(3), refused.Refusal);
        Assert.All(await Linked(incident), a => Assert.Null(a.ExposedTo));
    }

    [Fact]
    public async Task Setting_needs_a_choice_something_to_set_a_role_and_an_open_incident()
    {
        var incident = await DeclareWith("hive://w/*");

        Assert.Equal(["disclosure", "pattern"],
            Assert.IsType<Refusal.Invalid>((await Do(new SetExposure { Incident = incident })).Refusal).Fields.Keys.Order());
        Assert.Equal(["exposedTo"], Assert.IsType<Refusal.Invalid>(
            (await Do(new SetExposure { Incident = incident, All = true, ExposedTo = Now.AddDays(2) })).Refusal).Fields.Keys);
        Assert.IsType<Refusal.NotFound>(
            (await Do(new SetExposure { Incident = incident, All = true, Disclosure = Disclosure.Disclosed }, Leader)).Refusal);
        Assert.IsType<Incident.IsClosed>(
            (await Do(new SetExposure { Incident = await DeclareClosed(), All = true, ClearWindow = true })).Refusal);
        await HiddenFromStrangers(number => new SetExposure { Incident = number, All = true, Disclosure = Disclosure.Disclosed });
        Assert.Equal(new AssetTally { Total = 4, ToBeDetermined = 4 }, (await State(incident)).Tally);
    }
}
