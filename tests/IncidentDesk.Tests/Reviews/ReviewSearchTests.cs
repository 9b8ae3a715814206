using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Searching;

namespace IncidentDesk.Tests.Reviews;

public sealed class ReviewSearchTests : ReviewTest
{
    static RecordReviewSearch Search(string kind = "dpia", int? incident = null, string key = Key) =>
        new()
        {
            Key = key, Kind = kind, Searched = "the review system, the legal share and the mailbox of the team.",
            LookedBy = "Ana Petrescu", LookedAt = Now.AddHours(-1), Incident = incident
        };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Done(Subject());
    }

    [Fact]
    public async Task A_search_that_found_none_is_a_finding_with_who_where_and_when()
    {
        var searched = await Do(Search());

        Assert.Equal(new RecordedSearch("2", 2), searched.Value);
        var required = await Required("dpia");
        Assert.Equal(RequiredState.CannotBeShown, required.State);
        Assert.Equal("Not found in a search of the review system, the legal share and "
            + "the mailbox of the team by Ana Petrescu on 12 Jun 2026, 02:10 UTC.", required.Says);
        Assert.Equal("Of 2 required reviews, 1 cannot be produced, 1 has not been searched for yet.", (await TheSheet()).InShort);
    }

    [Fact]
    public async Task A_search_in_a_private_incident_exists_for_its_participants_alone()
    {
        var hidden = await Incident(Visibility.Private);
        var searched = await Do(Search(incident: hidden));

        Assert.Equal(RequiredState.CannotBeShown, (await Required("dpia")).State);
        Assert.Equal(RequiredState.NotLookedFor, (await Required("dpia", Stranger)).State);
        Assert.Empty((await TheSheet(by: Stranger)).Searches);
        Assert.DoesNotContain("inc-",
            string.Concat((await Read((db, _) => ReviewQueries.History(db, Key, RightNow), Stranger)).Select(r => r.Event.Sentence())),
            StringComparison.Ordinal);
        Assert.Equal(new Refusal.NotFound($"incident INC-{hidden}"), (await Do(Search(incident: hidden), Second)).Refusal);
        Assert.Equal(new Refusal.NotFound($"search {searched.Value!.Search} for {Key}"),
            (await Do(new WithdrawReviewSearch { Key = Key, Search = searched.Value.Search, Reason = "x" }, Privacy)).Refusal);
    }

    [Fact]
    public async Task A_finding_is_withdrawn_with_a_reason_and_was_known_before()
    {
        var open = await Incident();
        var searched = (await Done(Search(incident: open))).Search;
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.True(
            (await Do(new WithdrawReviewSearch { Key = Key, Search = searched, Reason = "It was about another program" }, Privacy)).Done);

        Assert.Equal(RequiredState.NotLookedFor, (await Required("dpia")).State);
        Assert.Equal(RequiredState.CannotBeShown, (await TheSheet(asKnownAt: Now)).Required[1].State);
        Assert.Equal(new SearchIsWithdrawn(Key, searched),
            (await Do(new WithdrawReviewSearch { Key = Key, Search = searched, Reason = "x" }, Privacy)).Refusal);
    }

    [Fact]
    public async Task What_was_found_later_is_shown_and_cannot_be_searched_in_vain()
    {
        await Done(Search());
        await Done(Review("dpia"));

        Assert.Equal(RequiredState.Shown, (await Required("dpia")).State);
        Assert.Equal(new ReviewIsThere(Key, "Data protection impact assessment", 1), (await Do(Search())).Refusal);
    }

    [Fact]
    public async Task Who_comes_to_take_part_learns_of_the_search()
    {
        var number = await Incident(Visibility.Private);
        await Done(Search(incident: number));

        await Done(new AddParticipant { Incident = number, Person = Second.Person });

        Assert.Equal(RequiredState.CannotBeShown, (await Required("dpia", Second)).State);
    }

    [Fact]
    public async Task What_cannot_be_right_is_refused_by_field()
    {
        Assert.Equal(["kind", "lookedAt", "lookedBy", "searched"],
            Fields(await Do(new RecordReviewSearch { Key = Key, LookedAt = Now.AddDays(1), LookedBy = new('x', 4_000) })));
        Assert.IsType<IncidentDesk.Reviews.Recording.UnknownReviewKind>((await Do(Search("horoscope"))).Refusal);
    }

    [Fact]
    public async Task Only_those_who_look_into_things_record_and_those_who_answer_withdraw()
    {
        await OnlyForThoseWhoMay<RecordedSearch>(key => Search(key: key));
        await Done(Search());
        await OnlyForThoseWhoMay<Position>(key => new WithdrawReviewSearch { Key = key, Search = "2", Reason = "x" }, Responder);
    }
}
