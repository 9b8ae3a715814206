using IncidentDesk.Assets;
using IncidentDesk.Assets.Saving;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets.Saving;

public sealed class SavedSearchTests : AssetTest
{
    [Fact]
    public async Task A_search_is_saved_renamed_and_deleted_and_each_is_an_entry_of_the_catalogue()
    {
        var saved = await Do(new SaveSearch
        {
            Name = " Staff screens ", Q = " Screens ", PeopleData = PeopleData.Unknown,
            Kind = AssetKind.View, Review = PrivacyReview.Requested, Gone = false
        });

        var search = Assert.Single(await All());
        Assert.Equal((saved.Value!.Search, "Staff screens", Responder.Person, "Remy Responder", Now),
            (search.Number, search.Name, search.MadeBy, search.MadeByName, search.MadeAt));
        Assert.Equal(new AssetFilter
        {
            Q = "Screens", PeopleData = PeopleData.Unknown, Kind = AssetKind.View, Review = PrivacyReview.Requested, Gone = false
        }, search.Filter);
        await Do(new RenameSearch { Search = search.Number, Name = "Screens of staff" });
        Assert.Equal("Screens of staff", Assert.Single(await All()).Name);
        await Do(new DeleteSearch { Search = search.Number });
        Assert.Empty(await All());
        Assert.Equal(
        [
            "Saved the search “Staff screens”: name Screens, kind view, data about people: unknown, privacy review: requested, gone: no.",
            "Renamed the saved search “Staff screens” to “Screens of staff”.", "Deleted the saved search “Screens of staff”.",
        ], await Sentences());
    }

    [Fact]
    public async Task A_number_is_given_once()
    {
        var first = await Done(new SaveSearch { Name = "One", Q = "a" });
        await Done(new DeleteSearch { Search = first.Search });

        Assert.NotEqual(first.Search, (await Done(new SaveSearch { Name = "One", Q = "b" })).Search);
        Assert.IsType<Refusal.NotFound>((await Do(new RenameSearch { Search = first.Search, Name = "Two" })).Refusal);
        Assert.IsType<Refusal.NotFound>((await Do(new DeleteSearch { Search = first.Search })).Refusal);
    }

    [Fact]
    public async Task Two_searches_have_two_names()
    {
        await Done(new SaveSearch { Name = "Staff", Label = "staff" });
        var other = await Done(new SaveSearch { Name = "Anna", Owner = "anna" });

        Assert.Equal(new SearchNameTaken("Staff", "Remy Responder"),
            (await Do(new SaveSearch { Name = "STAFF", Q = "x" }, Second)).Refusal);
        Assert.IsType<SearchNameTaken>((await Do(new RenameSearch { Search = other.Search, Name = "staff " })).Refusal);
        Assert.True((await Do(new RenameSearch { Search = other.Search, Name = "ANNA" })).Done);
        Assert.Equal(["ANNA", "Staff"], (await All()).Select(s => s.Name));
    }

    [Fact]
    public async Task Whoever_made_it_or_an_administrator_changes_it_and_everybody_sees_it()
    {
        var search = (await Done(new SaveSearch { Name = "Staff", Label = "staff" })).Search;

        Assert.Equal(new SearchOfSomebodyElse("Staff", "Remy Responder"),
            (await Do(new RenameSearch { Search = search, Name = "Mine" }, Second)).Refusal);
        Assert.IsType<SearchOfSomebodyElse>((await Do(new DeleteSearch { Search = search }, Privacy)).Refusal);
        foreach (var reader in new[] { Comms, Leader })
        {
            Assert.IsType<Refusal.NotFound>((await Do(new SaveSearch { Name = "Mine", Q = "x" }, reader)).Refusal);
            Assert.IsType<Refusal.NotFound>((await Do(new RenameSearch { Search = search, Name = "Mine" }, reader)).Refusal);
            Assert.IsType<Refusal.NotFound>((await Do(new DeleteSearch { Search = search }, reader)).Refusal);
            Assert.Single(await All(reader));
        }
        Assert.True((await Do(new RenameSearch { Search = search, Name = "Theirs" }, Admin)).Done);
        Assert.True((await Do(new DeleteSearch { Search = search }, Admin)).Done);
    }

    [Fact]
    public async Task A_search_without_a_name_or_without_anything_to_search_for_is_refused_by_field()
    {
        Assert.Equal(["name", "q"], await Wrong(new() { Name = " ", Q = "  " }));
        Assert.Equal(["name"], await Wrong(new() { Name = new string('n', 101), Q = "x" }));
        Assert.Equal(["name"], await Wrong(new() { Name = "a\nb", Q = "x" }));
        Assert.Equal(["q"], await Wrong(new() { Name = "A", Owner = new string('o', 4_000) }));
        Assert.Equal(["kind"], await Wrong(new() { Name = "A", Kind = (AssetKind)99 }));
        Assert.Empty(await All());
    }

    async Task<IEnumerable<string>> Wrong(SaveSearch command) =>
        Assert.IsType<Refusal.Invalid>((await Do(command)).Refusal).Fields.Keys.Order();

    Task<IReadOnlyList<SavedSearch>> All(Actor? by = null) => Read((db, _) => SavedSearchQueries.All(db), by);

    async Task<IEnumerable<string>> Sentences() =>
        (await Read((db, _) => db.Entries.Where(e => e.Stream == Streams.Catalogue).OrderBy(e => e.Position).ToListAsync()))
            .Select(e => Recorded.From(e).Event.Sentence());
}
