using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Claiming;
using IncidentDesk.Reviews.Entering;
using IncidentDesk.Reviews.Recording;
using IncidentDesk.Reviews.Searching;

namespace IncidentDesk.Web.Demo;

/// <summary>Which reviews the program of the story had been through, what they laid down, and what nobody can show.</summary>
internal static class DemoReviews
{
    const string Key = "staff-capture";

    /// <summary>The document of March, as far as the story needs it.</summary>
    static readonly byte[] Document =
        Encoding.UTF8.GetBytes("Staff capture programme: privacy review of March. Approved with three conditions.\n");

    public static EnterSubject Program(string assets) => new()
    {
        Key = Key, Name = "Staff capture programme", PeopleData = PeopleData.Yes,
        Labels = ["staff", "keystrokes", "screens", "ai-training"], Assets = [assets],
    };

    public static RecordReview Review(DateTimeOffset today) => new()
    {
        Key = Key, Kind = "people-data", Document = "Privacy review of March.txt",
        File = Document, Keep = true, Signer = "Head of privacy engineering",
        SignedOn = March(today), ExpiresOn = March(today).AddYears(1), Outcome = ReviewOutcome.ApprovedWithConditions,
        Conditions = ["Everyone who is recorded can opt out, on the same terms",
            "Only the training team reads what is captured; tested by another person before each new database",
            "What is captured is deleted after 30 days"],
    };

    /// <summary>The last one there was, whenever the story is played.</summary>
    static DateOnly March(DateTimeOffset today) =>
        new(today is { Month: > 3 } or { Month: 3, Day: > 9 } ? today.Year : today.Year - 1, 3, 9);

    public static SettleReviewCondition Deleted =>
        new() { Key = Key, Review = 1, Condition = 3, Evidence = "Oldest partition of 90 databases read back: 29 days." };

    public static RecordReviewSearch NoAssessment(int incident) => new()
    {
        Key = Key, Kind = "dpia", Searched = "the review system, the shared drive of legal and the mailbox of the programme",
        LookedBy = "Ana Petrescu", Incident = incident,
    };

    public static ClaimSafeguard OptOut => new()
    {
        Key = Key, Kind = SafeguardKind.OptOut, Claim = "Colleagues can opt out of the capture.",
        ClaimedIn = "Notice to staff of April", Covered = ["executives"], NotCovered = ["staff"], NotKnown = ["contractors"],
    };

    public static ClaimSafeguard AccessRules => new()
    {
        Key = Key, Kind = SafeguardKind.AccessRules, Claim = "Only the training team can read what is captured.",
        ClaimedIn = "Notice to staff of April", Covered = ["executives", "staff", "contractors"],
    };

    public static VerifySafeguard NotKept => new()
    {
        Key = Key, Safeguard = 2, Standing = SafeguardResult.DoesNotHold,
        Evidence = "Grants of 90 databases named all-employees for 17 days.",
    };

    public static TakeOverConditions Wait(string pause) =>
        new() { Key = pause, Subject = Key, Review = 1, Reason = "The programme fell short of what its review laid down." };
}
