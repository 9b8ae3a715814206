using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Pauses;

/// <summary>The keystroke program of an incident, at each step of its pause.</summary>
public abstract class PauseTest : DeskTest
{
    protected const string Key = "mci-program";

    protected static ProposePause Proposal(string key = Key, int? incident = null) => new()
    {
        Key = key, Target = "Keystroke capture", Scope = "everybody on company laptops", Mode = PauseMode.Kill, Incident = incident,
        Reason = "45,000 tables are readable by everyone", ReviewBy = Now.AddDays(2),
        Conditions = ["Access rules reviewed", "Reviews shown"],
    };

    protected Task<Declared> Incident(Visibility visibility = Visibility.Open) =>
        Done(new DeclareIncident { Title = "45,000 tables are readable by everyone", Visibility = visibility });

    protected async Task Ordered(string key = Key, int? incident = null)
    {
        await Done(Proposal(key, incident));
        await Done(new OrderPause { Key = key });
    }

    /// <summary>Both conditions are met, with evidence.</summary>
    protected async Task Met(string key = Key)
    {
        foreach (var number in new[] { 1, 2 })
            await Done(new SettleCondition { Key = key, Condition = number, Evidence = "Minutes of 12 June" });
    }

    protected async Task Approved(string key = Key, int? incident = null)
    {
        await Ordered(key, incident);
        await Met(key);
        await Done(new ApproveResume { Key = key, Reason = "All conditions are met" }, Leader);
    }

    protected async Task Withdrawn(string key = Key)
    {
        await Done(Proposal(key));
        await Done(new WithdrawPause { Key = key, Reason = "The wrong program" });
    }

    /// <summary>Of the newest entry about any pause.</summary>
    protected Task<string> LastSentence() => Read(async (db, _) =>
    {
        var entries = await db.Entries.AsNoTracking().Where(e => e.Kind.Contains("pause") || e.Kind.Contains("resume")).ToListAsync();
        return Recorded.From(entries.MaxBy(e => e.Position)!).Event.Sentence();
    });

    protected async Task<Pause> ThePause(string key = Key) => Assert.IsType<Pause>(await Read((db, _) => PauseQueries.Find(db, key)));

    /// <summary>
    /// Somebody without the role, and a stranger to the private incident, learn exactly what they
    /// learn about a key never given.
    /// </summary>
    protected async Task OnlyForThoseWhoMay(Func<string, ICommand<Position>> command)
    {
        Assert.IsType<Refusal.NotFound>((await Do(command(Key), Comms)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(command(Key), Actor.Nobody)).Refusal);
        Assert.Equal(new Refusal.NotFound("pause never-given"), (await Do(command("never-given"))).Refusal);
        var number = (await Incident(Visibility.Private)).Number;
        await Done(Proposal("hidden", number));
        Assert.Equal(new Refusal.NotFound("pause hidden"), (await Do(command("hidden"), Stranger)).Refusal);
    }
}
