using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;
using IncidentDesk.Tests.Record;

namespace IncidentDesk.Tests.Assets.Importing;

/// <summary>
/// A private incident brought from another desk names assets that no catalogue here knows. Their
/// names are part of what is private.
/// </summary>
public sealed class HiddenStubTests : ImportTest
{
    const string Secret = "hive://w/diaries.of_anna", Open = "hive://w/sales.orders";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var keys = Attachment.Of(Encoding.UTF8.GetBytes(Secret));
        var file = Forged.File([keys],
            new IncidentDeclared("Somebody read the diary", Severity.Sev1, IncidentKind.Live, Visibility.Private),
            new AssetsLinked(1, keys.Hash, new() { Total = 1, Disclosed = 1 }, Disclosure.Disclosed));
        var intact = await IntactExport.From(new MemoryStream(Encoding.UTF8.GetBytes(file)), default);
        await Done(new ImportIncident { File = intact.Value! }, Privacy);
        await Done(Told.Whole("hive", Asset(Open)));
    }

    [Fact]
    public async Task Only_who_may_see_the_incident_finds_an_asset_that_nothing_else_names()
    {
        Assert.NotNull(await Find(Secret, Privacy));
        Assert.Null(await Find(Secret, Stranger));
        Assert.Equal((2, 1), (await Count(Privacy), await Count(Stranger)));
        Assert.Equal([Open], (await Read(
            (db, _) => AssetQueries.Search(db, Service<IncidentDesk.Assets.Searching.CatalogueNames>(), new() { Q = "hive" }, null, 10),
            Stranger)).Items.Select(a => a.Key));
    }

    [Fact]
    public async Task A_stranger_who_links_by_pattern_or_by_key_learns_nothing_of_it()
    {
        var incident = await Declare();

        var byPattern = await Done(new LinkAssets { Incident = incident, Pattern = "hive://*" }, Stranger);
        var byKey = await Done(new LinkAssets { Incident = incident, Keys = [Secret, "hive://w/never.named"] }, Stranger);

        Assert.Equal(1, byPattern.Linked);
        Assert.Equal((0, 0), (byKey.Linked, byKey.AlreadyLinked));
        Assert.Equal([Secret, "hive://w/never.named"], byKey.Unmatched);
    }

    [Fact]
    public async Task A_stranger_who_imports_the_same_key_gets_the_answer_that_a_new_one_gets()
    {
        var described = await Done(Told.Part("mine", Asset(Secret), Asset("hive://w/never.named")), Stranger);

        Assert.Equal((2, 0, 0), Counts(described));
        Assert.Equal(0, described.Merged);
        var (known, fresh) = ((await Find(Secret, Stranger))!, (await Find("hive://w/never.named", Stranger))!);
        Assert.Equal(fresh with { Id = 0, Key = "", Container = "" }, known with
        {
            Id = 0, Key = "", Container = "", Owners = fresh.Owners, Labels = fresh.Labels, LabelDetails = fresh.LabelDetails
        });
        Assert.Equal((0, 0, 2), Counts(await Done(Told.Part("mine", Asset(Secret), Asset("hive://w/never.named")), Stranger)));
    }

    [Fact]
    public async Task An_edge_or_another_name_that_leads_to_it_tells_no_more()
    {
        var edges = await Done(Told.Part("mine", Edge(Open, Secret), Edge(Open, "hive://w/never.named")), Stranger);
        Assert.Equal((2, 2), (edges.Edges, edges.Stubs));

        var other = "hive://w/other";
        var named = await Done(
            Told.Part("theirs", Asset(other) with { Names = [new(NameScheme.Key, "hive://w/diaries.of_ben")] }), Stranger);
        Assert.Equal((1, 0), (named.Added, named.Merged));
    }

    [Fact]
    public async Task Another_name_does_not_merge_with_what_only_a_private_incident_names()
    {
        var named = await Done(Told.Part("mine", Asset("hive://w/other") with { Names = [new(NameScheme.Key, Secret)] }), Stranger);

        Assert.Equal((1, 0), (named.Added, named.Merged));
        Assert.Equal("hive://w/other", (await Find(Secret, Stranger))!.Key);
        Assert.Equal(Secret, (await Find(Secret, Privacy))!.Key);
    }

    Task<int> Count(Actor by) => Read((db, _) => AssetQueries.Count(db), by);
}
