using IncidentDesk.Assets;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Entering;

namespace IncidentDesk.Tests.Reviews;

public sealed class EnterSubjectTests : ReviewTest
{
    [Fact]
    public async Task A_program_in_the_register_is_told_at_once_which_reviews_it_needs()
    {
        Assert.Equal(new Entered(Key, 1), (await Do(Subject())).Value);

        var sheet = await TheSheet();
        Assert.Equal(["ai-training", "keystrokes", "staff"], sheet.Subject.Labels);
        Assert.Equal(["people-data", "dpia"], sheet.Required.Select(r => r.Kind));
        Assert.All(sheet.Required, r => Assert.Equal(RequiredState.NotLookedFor, r.State));
        Assert.Equal(["staff-monitoring", "training-on-staff"], sheet.Required[1].Rules.Select(r => r.Id));
        Assert.Equal("Of 2 required reviews, 2 have not been searched for yet.", sheet.InShort);
    }

    [Fact]
    public async Task What_nobody_has_said_about_people_is_no_reason_to_call_nothing_required()
    {
        await Done(new EnterSubject { Key = "quiet", Name = "Quiet", Labels = ["staff", "keystrokes"] });

        var sheet = await TheSheet("quiet");

        Assert.Empty(sheet.Required);
        Assert.Equal(["people-data", "dpia"], sheet.Unclear.Select(d => d.Kind.Id));
    }

    [Fact]
    public async Task Described_anew_it_needs_other_reviews_and_the_past_stays_readable()
    {
        await Done(Subject());
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.True((await Do(new DescribeSubject { Key = Key, Labels = ["staff"], Reason = "Training was never built" })).Done);

        Assert.Equal(["people-data"], (await TheSheet()).Required.Select(r => r.Kind));
        Assert.Equal(3, (await TheSheet(asKnownAt: Now)).Subject.Labels.Length);
        Assert.Equal(new SubjectDescribedSo(Key),
            (await Do(new DescribeSubject { Key = Key, Labels = ["staff"], Reason = "Again" })).Refusal);
    }

    [Fact]
    public async Task A_key_is_given_once()
    {
        await Done(Subject());

        Assert.Equal(new SubjectKnown(Key), (await Do(Subject(), Privacy)).Refusal);
    }

    [Fact]
    public async Task Names_keys_and_labels_that_nobody_could_read_are_refused_by_field()
    {
        var odd = new EnterSubject
        {
            Key = "..", Name = new string('n', 4_000), Kind = (AssetKind)99,
            PeopleData = (PeopleData)9, Labels = [" "], Assets = ["a\nb"]
        };

        Assert.Equal(["assets", "key", "kind", "labels", "name", "peopleData"], Fields(await Do(odd)));
        Assert.Empty(await Read((db, _) => ReviewQueries.Register(db, Service<IncidentDesk.Reviews.Requiring.ReviewShelf>(), RightNow)));
    }

    [Fact]
    public async Task Only_those_who_look_into_things_enter_and_describe()
    {
        await OnlyForThoseWhoMay<Position>(key => new DescribeSubject { Key = key, Name = "Other", Reason = "x" });
        Assert.Equal(new Refusal.NotFound("such item"), (await Do(Subject(), Leader)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(Subject(), Actor.Nobody)).Refusal);
    }
}
