using IncidentDesk.Assets;
using IncidentDesk.Incidents;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Entering;
using IncidentDesk.Reviews.Recording;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Tests.Incidents.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentDesk.Tests.Reviews;

/// <summary>The program of the founding case in the register, by the rules that ship with the desk.</summary>
public abstract class ReviewTest : DeskTest
{
    protected const string Key = "staff-capture";
    protected static readonly string Hash = new('a', 64);

    protected override void Arrange(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton(new ReviewShelf(new DeskOptions { Playbooks = Shelf.Shipped })));

    protected static EnterSubject Subject(string key = Key) => new()
    {
        Key = key, Name = "Staff capture program", PeopleData = PeopleData.Yes,
        Labels = ["Staff", "keystrokes", "ai-training"], Assets = ["hive://warehouse/mci_*"],
    };

    protected static RecordReview Review(string kind = "people-data", params string[] conditions) => new()
    {
        Key = Key, Kind = kind, Document = "Privacy review of March.pdf",
        Sha256 = Hash, Signer = "Head of privacy", SignedOn = new(2026, 3, 9),
        Outcome = conditions.Length > 0 ? ReviewOutcome.ApprovedWithConditions : ReviewOutcome.Approved, Conditions = [.. conditions],
    };

    protected static RecordReview Conditional => Review(conditions: ["Everybody can opt out", "Only the training team reads it"]);

    protected async Task<SubjectSheet> TheSheet(string key = Key, DateTimeOffset? asKnownAt = null, Actor? by = null) =>
        Assert.IsType<SubjectSheet>(await Read((db, _) => ReviewQueries.Find(db, Service<ReviewShelf>(), key, At(asKnownAt)), by));

    protected async Task<RequiredReview> Required(string kind, Actor? by = null) =>
        (await TheSheet(by: by)).Required.Single(r => r.Kind == kind);

    protected async Task<int> Incident(Visibility visibility = Visibility.Open) =>
        (await Done(new DeclareIncident { Title = "45,000 tables are readable by everyone", Visibility = visibility })).Number;

    /// <summary>Somebody without the role learns exactly what they learn about a key never given.</summary>
    protected async Task OnlyForThoseWhoMay<T>(Func<string, ICommand<T>> command, params Actor[] others)
    {
        foreach (var other in (Actor[])[Comms, Leader, .. others])
            Assert.Equal(new Refusal.NotFound("such item"), (await Do(command(Key), other)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(command(Key), Actor.Nobody)).Refusal);
        Assert.Equal(new Refusal.NotFound("subject never-given in the register of reviews"),
            (await Do(command("never-given"), Privacy)).Refusal);
    }

    protected static IEnumerable<string> Fields<T>(Outcome<T> outcome) =>
        Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys.Order(StringComparer.Ordinal);
}
