using IncidentDesk.Assets;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Incidents;
using IncidentDesk.Reviews;
using IncidentDesk.Tests.Reviews;

namespace IncidentDesk.Tests.Assets.Searching;

/// <summary>Assets are found by where their review stands in the register.</summary>
public sealed class ReviewStateTests : ReviewTest
{
    const string Table = "hive://warehouse/mci_07.events", Other = "hive://warehouse/sales.orders";

    [Fact]
    public async Task The_register_says_where_the_review_of_an_asset_stands_from_entering_to_expiry()
    {
        await Done(Catalogue.Import($"key\n{Table}\n{Other}\n"));
        Assert.Equal([new(PrivacyReview.Unknown, 2)], await States());

        await Done(Subject());
        Assert.Equal([new(PrivacyReview.Unknown, 1), new(PrivacyReview.None, 1)], await States());
        await Done(Conditional with { ExpiresOn = new(2026, 6, 30) }, Privacy);
        Assert.Equal([Table], await Find(PrivacyReview.UnmetConditions));
        foreach (var condition in new[] { 1, 2 })
            await Done(new SettleReviewCondition { Key = Key, Review = 1, Condition = condition, Met = true, Evidence = "Shown" }, Privacy);
        Assert.Equal([Table], await Find(PrivacyReview.Approved));
        Assert.Empty(await Find(PrivacyReview.UnmetConditions));
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal([Table], await Find(PrivacyReview.Expired));
        await Done(new WithdrawReview { Key = Key, Review = 1, Reason = "Not that program" }, Privacy);
        Assert.Equal([Table], await Find(PrivacyReview.None));
    }

    [Fact]
    public async Task Of_several_programs_the_least_favourable_review_counts()
    {
        await Done(Catalogue.Import($"key\n{Table}\n{Other}\n"));
        await Done(Subject());
        await Done(Subject("all-tables") with { Assets = ["hive://*"] });
        await Done(Subject("orders") with { Assets = [Other, "hive://never/seen"] });
        await Done(Review(), Privacy);
        await Done(Review() with { Key = "orders", Outcome = ReviewOutcome.Refused }, Privacy);

        Assert.Equal([Table], await Find(PrivacyReview.Approved));
        Assert.Equal([Other], await Find(PrivacyReview.Rejected));
        await Done(Review() with { Key = "all-tables", Outcome = ReviewOutcome.Refused }, Privacy);
        Assert.Equal([Table, Other], await Find(PrivacyReview.Rejected));
    }

    [Fact]
    public async Task Assets_are_linked_and_listed_by_it()
    {
        await Done(Catalogue.Import($"key\n{Table}\n{Other}\n"));
        await Done(Subject());
        var incident = (await Done(new DeclareIncident { Title = "Tables open", Severity = Severity.Sev2 })).Number;

        Assert.Equal(1, (await Do(new LinkAssets { Incident = incident, Review = PrivacyReview.None })).Value!.Linked);
        await Done(new LinkAssets { Incident = incident, Keys = [Other] });

        var listed = await Read(async (db, _) => await LinkQueries.Linked(db, Service<CatalogueNames>(),
            await About(incident), new() { Review = PrivacyReview.None }, null, null, 10));
        Assert.Equal([Table], listed.Items.Select(a => a.Key));
    }

    async Task<string[]> Find(PrivacyReview state) =>
        [.. (await Read((db, _) => AssetQueries.Search(db, Service<CatalogueNames>(), new() { Review = state }, null, 10))).Items
            .Select(a => a.Key)];

    async Task<IEnumerable<Facet<PrivacyReview>>> States() =>
        (await Read((db, _) => AssetQueries.Search(db, Service<CatalogueNames>(), new(), null, 10, facets: true))).Facets!.Reviews;
}
