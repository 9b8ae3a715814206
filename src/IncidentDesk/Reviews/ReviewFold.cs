using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;

namespace IncidentDesk.Reviews;

public sealed partial record ReviewSubject
{
    /// <summary>The state after one more entry of its stream.</summary>
    public static ReviewSubject? Apply(ReviewSubject? was, Recorded what)
    {
        if (what.Event is not IAboutSubject) return was;
        var now = what.Event is SubjectEntered e
            ? new ReviewSubject
            {
                Key = e.Subject, Name = e.Name, Kind = e.Kind, PeopleData = e.PeopleData,
                Labels = e.Labels, Assets = e.Assets, EnteredAt = what.Entry.RecordedAt
            }
            : was?.With(what);
        return now is null ? null : now with { Position = what.Position };
    }

    ReviewSubject With(Recorded what) => what.Event switch
    {
        SubjectDescribed e => this with { Name = e.Name, Kind = e.Kind, PeopleData = e.PeopleData, Labels = e.Labels, Assets = e.Assets },
        ReviewRecorded e => this with
        {
            Reviews = [.. Reviews.Select(r => r.Number == e.Supersedes ? r with { SupersededBy = e.Review } : r), Recorded(e, what)]
        },
        ReviewCorrected e => Changed(e.Review, r => Corrected(r, e) with { Corrections = r.Corrections.Add(Remark(e.Reason, what)) }),
        ReviewWithdrawn e => Changed(e.Review, r => r with { Withdrawn = Remark(e.Reason, what) }),
        ReviewConditionSettled e => Changed(e.Review,
            r => r with { Conditions = [.. r.Conditions.Select(c => c.Number == e.Condition ? Settled(c, e, what) : c)] }),
        SafeguardClaimed e => this with { Safeguards = Safeguards.Add(
            new() { Number = e.Safeguard, Kind = e.Kind, Claim = e.Claim, ClaimedIn = e.ClaimedIn, Groups = e.Groups }) },
        SafeguardRevised e => Guarded(e.Safeguard, s => s with { Groups = e.Groups, Check = null }),
        SafeguardVerified e =>
            Guarded(e.Safeguard, s => s with { Check = new(e.Standing, e.Evidence, what.Entry.RecordedByName, what.At) }),
        SafeguardWithdrawn e => Guarded(e.Safeguard, s => s with { Withdrawn = Remark(e.Reason, what) }),
        _ => this,
    };

    static Review Recorded(ReviewRecorded e, Recorded what) => new()
    {
        Number = e.Review, Kind = e.Kind, KindName = e.KindName, Document = e.Document, Sha256 = e.Sha256, Kept = e.Kept, Signer = e.Signer,
        SignedOn = e.SignedOn, ExpiresOn = e.ExpiresOn, Outcome = e.Outcome,
        RecordedBy = what.Entry.RecordedByName, RecordedAt = what.Entry.RecordedAt,
        Conditions = [.. e.Conditions.Select((text, i) => new ReviewCondition(i + 1, text))],
    };

    static Review Corrected(Review was, ReviewCorrected e) => was with
    {
        Document = e.Document ?? was.Document, Sha256 = e.Sha256 ?? was.Sha256,
        Kept = e.Sha256 is null && was.Kept, Signer = e.Signer ?? was.Signer,
        SignedOn = e.SignedOn ?? was.SignedOn, ExpiresOn = e.ExpiresOn ?? was.ExpiresOn, Outcome = e.Outcome ?? was.Outcome,
    };

    static ReviewCondition Settled(ReviewCondition was, ReviewConditionSettled e, Recorded what) =>
        was with { Met = e.Met, Ground = e.Evidence ?? e.Reason, By = what.Entry.RecordedByName, At = what.At };

    static ReviewRemark Remark(string reason, Recorded what) => new(reason, what.Entry.RecordedByName, what.Entry.RecordedAt);

    ReviewSubject Changed(int review, Func<Review, Review> change) =>
        this with { Reviews = [.. Reviews.Select(r => r.Number == review ? change(r) : r)] };

    ReviewSubject Guarded(int safeguard, Func<Safeguard, Safeguard> change) =>
        this with { Safeguards = [.. Safeguards.Select(s => s.Number == safeguard ? change(s) : s)] };
}
