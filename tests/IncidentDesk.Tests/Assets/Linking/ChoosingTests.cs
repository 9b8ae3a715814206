using IncidentDesk.Assets;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Saving;
using IncidentDesk.Assets.Searching;

namespace IncidentDesk.Tests.Assets.Linking;

/// <summary>Ways to choose assets beside a pattern and their keys.</summary>
public sealed class ChoosingTests : AssetTest
{
    const string Urn = "urn:li:dataset:(urn:li:dataPlatform:hive,logs.keys_a,PROD)";

    [Fact]
    public async Task What_is_known_of_assets_chooses_them_and_the_entry_keeps_by_what()
    {
        var incident = await DeclareWith();

        Assert.Equal(2, (await Do(new LinkAssets { Incident = incident, Owner = " anna ", Label = "keystrokes" })).Value!.Linked);

        var entry = Assert.IsType<AssetsLinked>((await TimelineOf(incident))[1]);
        Assert.Equal("Linked 2 assets found by owner anna, label keystrokes. Disclosure: to be determined.", entry.Sentence());
        Assert.Equal(new AssetFilter { Owner = "anna", Label = "keystrokes" }, entry.Filter);
        Assert.Equal([KeysA, KeysB], await LinkedKeys(incident));
    }

    [Theory]
    [InlineData("view", null, "hive://w/logs.screens")]
    [InlineData(null, "no", "hive://w/sales.orders")]
    public async Task Each_fact_narrows(string? kind, string? people, string expected)
    {
        var incident = await DeclareWith();

        await Do(new LinkAssets
        {
            Incident = incident, Kind = kind is null ? null : AssetKind.View,
            PeopleData = people is null ? null : PeopleData.No, Gone = false
        });

        Assert.Equal([expected], await LinkedKeys(incident));
    }

    [Fact]
    public async Task A_pattern_and_what_is_known_narrow_each_other()
    {
        var incident = await DeclareWith();

        await Do(new LinkAssets { Incident = incident, Pattern = "*logs*", Q = "S", Label = "staff", Review = PrivacyReview.Unknown });

        Assert.Equal([KeysA, Screens], await LinkedKeys(incident));
        Assert.Equal(0, (await Do(new LinkAssets { Incident = incident, Pattern = "*LOGS*", Label = "staff" })).Value!.Linked);
        Assert.Equal(1, (await Do(new UnlinkAssets { Incident = incident, Kind = AssetKind.View, Reason = "No" })).Value!.Unlinked);
    }

    [Fact]
    public async Task Assets_answer_to_what_other_systems_call_them()
    {
        await Done(Catalogue.Import($"key,names\nhive://w/logs.keys_a,\"datahub={Urn}; dbt=model.shop.keys; "
            + "openlineage=hive://w:9083|logs.keys_a\"\nhive://w/logs.keys_b,\n"));
        var incident = await Declare();

        var linked = await Do(new LinkAssets
        {
            Incident = incident,
            Keys = [Urn, "model.shop.keys", "hive://w:9083|logs.keys_a", "HIVE://w/LOGS.keys_b", "model.shop.none"]
        });

        Assert.Equal((2, 2), (linked.Value!.Linked, (await LinkedKeys(incident)).Count()));
        Assert.Equal(["model.shop.none"], linked.Value.Unmatched);
    }

    [Fact]
    public async Task A_name_of_several_assets_links_none_of_them_and_says_which_they_are()
    {
        await Done(Catalogue.Import("key,names\nhive://w/a,dbt=model.orders\nhive://v/a,openmetadata=model.orders\nhive://w/b,\n"));
        var incident = await Declare();
        var choice = new LinkAssets { Incident = incident, Keys = ["model.orders", "hive://w/b"] };

        var preview = (await Service<LinkPreviews>().Of(choice, Responder)).Value!;
        var linked = await Do(choice);

        Assert.Equal((1, 1), (preview.Count, preview.AmbiguousCount));
        Assert.Equivalent(new AmbiguousName("model.orders", ["hive://v/a", "hive://w/a"]), Assert.Single(preview.Ambiguous), strict: true);
        Assert.Equivalent(preview.Ambiguous, linked.Value!.Ambiguous, strict: true);
        Assert.Equal(["hive://w/b"], await LinkedKeys(incident));
    }

    [Fact]
    public async Task A_saved_search_links_what_it_finds_now_and_the_entry_keeps_what_it_searched_for()
    {
        var incident = await DeclareWith();
        var saved = await Done(new SaveSearch { Name = "Staff data", Label = "staff" });
        await Done(Catalogue.Import("key,labels\nhive://w/hr.people,staff\n", "more.csv"));

        Assert.Equal(3, (await Do(new LinkAssets { Incident = incident, SavedSearch = saved.Search })).Value!.Linked);
        await Done(new DeleteSearch { Search = saved.Search });

        var entry = Assert.IsType<AssetsLinked>((await TimelineOf(incident))[1]);
        Assert.Equal("Linked 3 assets found by the saved search “Staff data” (label staff). Disclosure: to be determined.",
            entry.Sentence());
        Assert.Equal(new AssetFilter { Label = "staff" }, entry.Filter);
        Assert.IsType<Refusal.NotFound>((await Do(new LinkAssets { Incident = incident, SavedSearch = saved.Search })).Refusal);
        Assert.IsType<Refusal.Invalid>(
            (await Do(new LinkAssets { Incident = incident, SavedSearch = saved.Search, Owner = "anna" })).Refusal);
    }
}
