using System.Text;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Recording;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Reviews;

public sealed class RecordReviewTests : ReviewTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Done(Subject());
    }

    [Fact]
    public async Task A_review_at_hand_is_shown_with_its_hash_its_signer_and_its_date()
    {
        var recorded = await Do(Review());

        Assert.Equal(new RecordedReview(Key, 1, Hash, 2), recorded.Value);
        var required = await Required("people-data");
        Assert.Equal((RequiredState.Shown, 1), (required.State, required.Review));
        Assert.Equal("Approved: Privacy review of March.pdf, signed by Head of privacy on 9 March 2026.", required.Says);
    }

    [Fact]
    public async Task Unmet_conditions_are_named_in_words()
    {
        await Done(Conditional);

        var required = await Required("people-data");

        Assert.Equal(RequiredState.UnmetConditions, required.State);
        Assert.Equal("2 of 2 conditions unmet: Privacy review of March.pdf, signed by Head of privacy on 9 March 2026. "
            + "Unmet: 1. Everybody can opt out; 2. Only the training team reads it.", required.Says);
    }

    [Fact]
    public async Task It_holds_through_its_last_day_and_has_expired_on_the_next()
    {
        await Done(Review() with { ExpiresOn = new(2026, 6, 12) });
        Assert.Equal(RequiredState.Shown, (await Required("people-data")).State);

        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(RequiredState.Expired, (await Required("people-data")).State);
        Assert.StartsWith("Expired after 12 June 2026: ", (await Required("people-data")).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_refusal_counts_more_than_an_earlier_approval()
    {
        await Done(Review());
        await Done(Review() with { Sha256 = new('b', 64), SignedOn = new(2026, 5, 1), Outcome = ReviewOutcome.Refused });

        Assert.Equal(RequiredState.Refused, (await Required("people-data")).State);
    }

    [Fact]
    public async Task The_hash_of_a_document_that_is_sent_is_reckoned_here_and_the_document_kept_only_if_asked_for()
    {
        var (file, other) = (Encoding.UTF8.GetBytes("A review"), Encoding.UTF8.GetBytes("Another"));
        var kept = await Done(Review() with { Sha256 = null, File = file, Keep = true });
        var hashed = await Done(Review("dpia") with { Sha256 = null, File = other });

        var attached = await Read((db, _) => db.Attachments.Select(a => a.Hash).ToListAsync());
        Assert.Equal(Attachment.Of(file).Hash, kept.Sha256);
        Assert.Contains(kept.Sha256, attached);
        Assert.Equal(Attachment.Of(other).Hash, hashed.Sha256);
        Assert.DoesNotContain(hashed.Sha256, attached);
        Assert.Equal(new OtherDocument(hashed.Sha256), (await Do(Review("model") with { File = other })).Refusal);
    }

    [Fact]
    public async Task One_takes_the_place_of_another_with_a_reason()
    {
        await Done(Conditional);

        var second = await Do(Review() with { Sha256 = new('b', 64), Supersedes = 1, Reason = "The signed copy was found" }, Privacy);

        Assert.Equal(2, second.Value!.Review);
        Assert.Equal(RequiredState.Shown, (await Required("people-data")).State);
        Assert.Equal(2, (await TheSheet()).Subject.Reviews[0].SupersededBy);
        Assert.Equal(new ReviewSubject.CountsNoMore(Key, 1, "review 2 replaced it"),
            (await Do(new WithdrawReview { Key = Key, Review = 1, Reason = "x" }, Privacy)).Refusal);
        Assert.Equal(new ReviewSubject.OtherKind(Key, 2, "People-data review"),
            (await Do(Review("dpia") with { Supersedes = 2, Reason = "x" })).Refusal);
    }

    [Fact]
    public async Task A_correction_says_what_was_wrong_and_why()
    {
        await Done(Review());

        Assert.True((await Do(
            new CorrectReview { Key = Key, Review = 1, Signer = "not signed", Reason = "The signature was a stamp" }, Privacy)).Done);

        var review = (await TheSheet()).Subject.Reviews.Single();
        Assert.Equal(("not signed", "The signature was a stamp"), (review.Signer, review.Corrections.Single().Reason));
        Assert.Equal(new ReviewSubject.NothingCorrected(Key, 1),
            (await Do(new CorrectReview { Key = Key, Review = 1, Signer = "not signed", Reason = "x" }, Privacy)).Refusal);
        Assert.Equal(new ReviewSubject.EndsBeforeItBegins(Key, 1, "9 March 2026"),
            (await Do(new CorrectReview { Key = Key, Review = 1, ExpiresOn = new(2026, 3, 8), Reason = "x" }, Privacy)).Refusal);
        Assert.Equal(new ReviewSubject.NoConditionsToMeet(Key, 1), (await Do(
            new CorrectReview { Key = Key, Review = 1, Outcome = ReviewOutcome.ApprovedWithConditions, Reason = "x" }, Privacy)).Refusal);
        Assert.Equal(new ReviewSubject.NoSuchReview(Key, 7, 1),
            (await Do(new CorrectReview { Key = Key, Review = 7, Reason = "x" }, Privacy)).Refusal);
    }

    [Fact]
    public async Task A_withdrawn_review_stays_and_counts_no_more()
    {
        await Done(Review());

        Assert.True((await Do(new WithdrawReview { Key = Key, Review = 1, Reason = "Of another program" }, Privacy)).Done);

        Assert.Equal(RequiredState.NotLookedFor, (await Required("people-data")).State);
        Assert.Equal("Of another program", (await TheSheet()).Subject.Reviews.Single().Withdrawn!.Reason);
    }

    [Fact]
    public async Task The_same_document_is_recorded_once()
    {
        await Done(Review());

        Assert.Equal(new ReviewSubject.SameDocument(Key, 1), (await Do(Review() with { Document = "Another name" })).Refusal);
    }

    [Fact]
    public async Task What_cannot_be_right_is_refused_by_field()
    {
        Assert.Equal(["sha256"], Fields(await Do(Review() with { Sha256 = "abc" })));
        Assert.Equal(["sha256"], Fields(await Do(Review() with { Sha256 = null })));
        Assert.Equal(["signedOn"], Fields(await Do(Review() with { SignedOn = new(2026, 6, 14) })));
        Assert.Equal(["expiresOn"], Fields(await Do(Review() with { ExpiresOn = new(2026, 3, 8) })));
        Assert.Equal(["conditions"], Fields(await Do(Review() with { Conditions = ["One"] })));
        Assert.Equal(["conditions"], Fields(await Do(Conditional with { Conditions = [] })));
        Assert.Equal(["document", "signer"], Fields(await Do(Review() with { Document = new('d', 4_000), Signer = "" })));
        Assert.Equal(["file", "keep"], Fields(await Do(Review() with { File = [], Keep = true }))
            .Union(Fields(await Do(Review() with { Keep = true }))).Order(StringComparer.Ordinal));
        Assert.Equal(["reason"], Fields(await Do(Review() with { Supersedes = 1 })));
        var unknown = Assert.IsType<UnknownReviewKind>((await Do(Review("horoscope"))).Refusal);
        Assert.Contains("dpia", unknown.Known, StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_those_who_look_into_things_record() => OnlyForThoseWhoMay<RecordedReview>(key => Review() with { Key = key });

    [Fact]
    public async Task Only_those_who_answer_for_privacy_correct_and_withdraw()
    {
        await Done(Review());
        await OnlyForThoseWhoMay<Position>(key => new CorrectReview { Key = key, Review = 1, Signer = "x", Reason = "x" }, Responder);
        await OnlyForThoseWhoMay<Position>(key => new WithdrawReview { Key = key, Review = 1, Reason = "x" }, Responder);
    }
}
