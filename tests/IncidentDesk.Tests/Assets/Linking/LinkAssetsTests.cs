using System.Security.Cryptography;
using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets.Linking;

public sealed class LinkAssetsTests : AssetTest
{
    static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), To = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_pattern_links_all_that_it_matches_with_one_entry_that_says_which()
    {
        var incident = await DeclareWith();

        var linked = await Do(new LinkAssets
        {
            Incident = incident, Pattern = " hive://w/logs.* ", ExposedFrom = From,
            ExposedTo = To, Disclosure = Disclosure.LikelyNoEvidence
        });

        Assert.Equivalent(new LinkedAssets(3, 0, [], 2), linked.Value, strict: true);
        var entry = Assert.IsType<AssetsLinked>((await TimelineOf(incident))[1]);
        Assert.Equal("Linked 3 assets matching hive://w/logs.*, exposed from 1 Jan 2026, "
            + "00:00 UTC to 1 Jun 2026, 00:00 UTC. Disclosure: likely disclosed, no evidence.", entry.Sentence());
        Assert.Equal([KeysA, KeysB, Screens], await KeysIn(entry.Attachment));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{KeysA}\n{KeysB}\n{Screens}"))), entry.Attachment);
        Assert.Equal(new AssetTally { Total = 3, LikelyNoEvidence = 3 }, (await State(incident)).Tally);
        Assert.All(await Linked(incident),
            a => Assert.Equal((From, To, Disclosure.LikelyNoEvidence, 2), (a.ExposedFrom, a.ExposedTo, a.Disclosure, a.LinkedAt)));
    }

    [Fact]
    public async Task Linking_45_000_tables_is_one_entry_and_one_figure()
    {
        await Done(Catalogue.Import(Catalogue.Hive(45_000)));
        var incident = await Declare();

        var linked = await Done(new LinkAssets { Incident = incident, Pattern = "hive://warehouse/mci_*" });

        Assert.Equal((45_000, 2), (linked.Linked, linked.Position));
        Assert.Equal(45_000, (await State(incident)).Tally.Total);
        Assert.Equal(45_000,
            (await Read(async (db, _) => await LinkQueries.RollUp(db, await About(incident), RollUpBy.Container))).Sum(r => r.Count));
    }

    [Fact]
    public async Task What_is_linked_already_stays_and_nothing_new_leaves_no_entry()
    {
        var incident = await DeclareWith("hive://w/logs.keys?a");

        var more = await Do(new LinkAssets { Incident = incident, Pattern = "hive://w/logs.keys_?", Disclosure = Disclosure.Disclosed });
        var again = await Do(new LinkAssets { Incident = incident, Pattern = "hive://w/logs.keys_?" });

        Assert.Equal((1, 1), (more.Value!.Linked, more.Value.AlreadyLinked));
        Assert.Equivalent(new LinkedAssets(0, 2, [], 3), again.Value, strict: true);
        Assert.Equal([Disclosure.ToBeDetermined, Disclosure.Disclosed], (await Linked(incident)).Select(a => a.Disclosure));
    }

    [Fact]
    public async Task Listed_keys_are_linked_and_those_unknown_are_named()
    {
        var incident = await DeclareWith();

        var linked = await Do(
            new LinkAssets { Incident = incident, Keys = [$" {Orders} ", "hive://w/logs.KEYS_A", Orders, "", "no key", KeysA] });

        Assert.Equal((2, 0), (linked.Value!.Linked, linked.Value.AlreadyLinked));
        Assert.Equal(["no key"], linked.Value.Unmatched);
        Assert.Equal([KeysA, Orders], await LinkedKeys(incident));
    }

    [Theory, InlineData("hive://w/nothing*"), InlineData("HIVE://w/*"), InlineData("hive://w/[l]ogs.*")]
    public async Task A_pattern_without_a_match_links_nothing_and_is_named(string pattern)
    {
        var incident = await DeclareWith();

        var linked = await Do(new LinkAssets { Incident = incident, Pattern = pattern });

        Assert.Equivalent(new LinkedAssets(0, 0, [pattern], 1), linked.Value, strict: true);
    }

    [Fact]
    public async Task Keys_with_quotes_backslashes_and_emoji_are_linked_to_the_letter()
    {
        string[] keys =
            ["hive://w/a\\b", "hive://w/back\\\\slash", "hive://w/we\"ird\"", "hive://w/{json:[1]}", "hive://w/\uFF5E", "hive://w/😀"];
        await Done(Catalogue.Import(
            "key\n" + string.Concat(keys.Select(k => $"\"{k.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"))));
        var incident = await Declare();

        var linked = await Do(new LinkAssets { Incident = incident, Pattern = "*" });

        Assert.Equal(keys.Length, linked.Value!.Linked);
        // In UTF-8 the emoji comes last; in UTF-16 the full-width tilde would.
        Assert.Equal(keys, await LinkedKeys(incident));
    }

    [Fact]
    public async Task An_unclear_choice_or_an_impossible_window_is_refused_by_field()
    {
        var incident = await DeclareWith();

        Assert.Equal(["pattern"], await Wrong(new() { Incident = incident }));
        Assert.Equal(["pattern"], await Wrong(new() { Incident = incident, Pattern = "*", Keys = [KeysA] }));
        Assert.Equal(["pattern"], await Wrong(new() { Incident = incident, Pattern = new string('*', 1_001) }));
        Assert.Equal(["keys"], await Wrong(new() { Incident = incident, Keys = [new string('k', 1_001)] }));
        Assert.Equal(["keys"], await Wrong(new() { Incident = incident, Keys = [null!] }));
        Assert.Equal(["keys"], await Wrong(new() { Incident = incident, Keys = [.. Enumerable.Repeat(KeysA, 200_001)] }));
        Assert.Equal(["exposedTo"], await Wrong(new() { Incident = incident, Pattern = "*", ExposedFrom = To, ExposedTo = From }));
        Assert.Equal(["exposedFrom"], await Wrong(new() { Incident = incident, Pattern = "*", ExposedFrom = Now.AddDays(1) }));
        Assert.Equal(["disclosure"], await Wrong(new() { Incident = incident, Pattern = "*", Disclosure = (Disclosure)9 }));
        Assert.Single(await TimelineOf(incident));
    }

    [Fact]
    public async Task Closed_and_merged_incidents_take_no_assets()
    {
        await Done(Catalogue.Import(Warehouse));
        var (closed, merged) = (await DeclareClosed(), await DeclareMerged());

        Assert.IsType<Incident.IsClosed>((await Do(new LinkAssets { Incident = closed, Pattern = "*" })).Refusal);
        Assert.IsType<Incident.MergedElsewhere>((await Do(new LinkAssets { Incident = merged, Pattern = "*" })).Refusal);
    }

    [Fact]
    public async Task Only_who_works_an_incident_links_to_it()
    {
        var incident = await DeclareWith();

        Assert.True((await Do(new LinkAssets { Incident = incident, Keys = [KeysA] }, Privacy)).Done);
        foreach (var other in new[] { Comms, Leader })
            Assert.IsType<Refusal.NotFound>((await Do(new LinkAssets { Incident = incident, Keys = [KeysB] }, other)).Refusal);
        Assert.Equal([KeysA], await LinkedKeys(incident));
    }

    [Fact]
    public async Task What_is_linked_to_a_private_incident_does_not_exist_for_a_stranger()
    {
        await Done(Catalogue.Import(Warehouse));
        var hidden = await Declare("Somebody read the diary", Visibility.Private);
        await Done(new LinkAssets { Incident = hidden, Pattern = "*" });

        Assert.Equal(4, (await Linked(hidden)).Count);
        Assert.Empty(await Linked(hidden, by: Stranger));
        Assert.Empty(await Read(async (db, _) => await LinkQueries.RollUp(db, await About(hidden), RollUpBy.Owner), Stranger));
        Assert.Equal(0, await Read((db, _) => db.AssetLinks.CountAsync(), Stranger));
        await HiddenFromStrangers(number => new LinkAssets { Incident = number, Pattern = "*" });
    }

    async Task<IEnumerable<string>> Wrong(LinkAssets command) => Assert.IsType<Refusal.Invalid>((await Do(command)).Refusal).Fields.Keys;
}
