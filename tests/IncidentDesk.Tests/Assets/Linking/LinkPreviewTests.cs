using IncidentDesk.Assets;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Saving;
using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Assets.Linking;

public sealed class LinkPreviewTests : AssetTest
{
    [Fact]
    public async Task What_is_previewed_is_what_is_linked_whichever_way_it_is_chosen()
    {
        await Done(Catalogue.Import(Warehouse));
        var saved = await Done(new SaveSearch { Name = "Anna", Owner = "anna" });
        foreach (var choice in new LinkAssets[]
        {
            new() { Pattern = "hive://w/logs.*" }, new() { Keys = [Orders, "hive://w/none", KeysA, KeysA] },
            new() { Q = "KEYS" }, new() { Label = "staff", Kind = AssetKind.View },
            new() { SavedSearch = saved.Search }, new() { Pattern = "*", PeopleData = PeopleData.Yes }, new() { Pattern = "none*" },
        })
        {
            var incident = await Declare();
            await Done(new LinkAssets { Incident = incident, Keys = [KeysA] });
            var preview = await Preview(choice with { Incident = incident });

            var linked = (await Do(choice with { Incident = incident, Previewed = preview.Previewed })).Value!;

            Assert.Equal((preview.Count, preview.AlreadyLinked, preview.Repeated), (linked.Linked, linked.AlreadyLinked, linked.Repeated));
            Assert.Equal(preview.Unmatched.Select(u => u.Name), linked.Unmatched);
            Assert.Equal(preview.Sample.Select(a => a.Key), (await LinkedKeys(incident)).Except([KeysA]));
        }
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        var incident = await DeclareWith("*keys_a");
        var before = await Dump();

        Assert.Equal((2, 1),
            (await Preview(new() { Incident = incident, Pattern = "*logs*" })) is var p ? (p.Count, p.AlreadyLinked) : default);
        await Preview(new() { Incident = incident, Keys = [KeysB, "unknown"] });

        Assert.Equal(before, await Dump());
    }

    [Fact]
    public async Task Where_the_catalogue_or_the_incident_changed_since_the_preview_nothing_is_linked()
    {
        var incident = await DeclareWith();
        var choice = new LinkAssets { Incident = incident, Pattern = "*logs*" };
        choice = choice with { Previewed = (await Preview(choice)).Previewed };

        await Done(Catalogue.Import("key\nhive://w/logs.more\n", "more.csv"));
        var refused = await Do(choice);

        Assert.Equal(new OtherThanPreviewed(4), refused.Refusal);
        Assert.Equal("Nothing was linked. The catalogue or the incident has changed since the preview: "
            + "4 assets would be linked now. Preview again, then link.", refused.Refusal!.Why);
        Assert.Empty(await LinkedKeys(incident));
        Assert.Equal(4, (await Done(choice with { Previewed = (await Preview(choice)).Previewed })).Linked);
    }

    [Fact]
    public async Task Of_a_long_list_the_first_unknown_names_are_shown_with_their_lines_and_all_are_counted()
    {
        var incident = await DeclareWith();
        var list = (await KeyList.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes("# from the ticket\n"
            + KeysA + "\n" + string.Concat(Enumerable.Range(0, 250).Select(n => $"hive://w/none_{n}\n")))))).Value!;

        var preview = await Preview(list.In(new() { Incident = incident }));
        var linked = await Done(list.In(new() { Incident = incident }));

        Assert.Equal((1, 250, 100), (preview.Count, preview.UnmatchedCount, preview.Unmatched.Count));
        Assert.Equal([new("hive://w/none_0", 3), new("hive://w/none_1", 4)], preview.Unmatched.Take(2));
        Assert.Equal((250, 252), (linked.Unmatched.Count, linked.UnmatchedLines![^1]));
    }

    [Fact]
    public async Task The_sample_reaches_from_the_first_key_to_the_last()
    {
        await Done(Catalogue.Import(Catalogue.Hive(1_000)));
        var incident = await Declare();

        var preview = await Preview(new() { Incident = incident, Pattern = "*" });

        Assert.Equal((1_000, 10), (preview.Count, preview.Sample.Count));
        Assert.Equal(("hive://warehouse/mci_00.events_00000", "hive://warehouse/mci_99.events_00999"),
            (preview.Sample[0].Key, preview.Sample[^1].Key));
    }

    [Fact]
    public async Task Only_who_may_link_may_preview_and_a_hidden_incident_is_as_a_missing_one()
    {
        await Done(Catalogue.Import(Warehouse));
        var hidden = await Declare("Somebody read the diary", Visibility.Private);
        var choice = new LinkAssets { Incident = hidden, Pattern = "*" };

        foreach (var other in new[] { Comms, Leader, Actor.Nobody }) Assert.IsType<Refusal.NotFound>((await Look(choice, other)).Refusal);
        Assert.Equal((await Look(choice with { Incident = 4711 }, Stranger)).Refusal!.Why.Replace("INC-4711", "", StringComparison.Ordinal),
            (await Look(choice, Stranger)).Refusal!.Why.Replace($"INC-{hidden}", "", StringComparison.Ordinal));
        Assert.IsType<Refusal.Invalid>((await Look(new LinkAssets { Incident = hidden }, Responder)).Refusal);
        Assert.IsType<Incident.IsClosed>((await Look(choice with { Incident = await DeclareClosed() }, Responder)).Refusal);
    }

    Task<Outcome<LinkPreview>> Look(LinkAssets choice, Actor by) => Service<LinkPreviews>().Of(choice, by);

    async Task<LinkPreview> Preview(LinkAssets choice)
    {
        var preview = await Look(choice, Responder);
        Assert.True(preview.Done, preview.Refusal?.Why);
        return preview.Value;
    }
}
