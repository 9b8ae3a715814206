using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Merging;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Incidents;

/// <summary>Reaching the state of an incident that a scenario starts from.</summary>
public abstract class IncidentTest : DeskTest
{
    protected async Task<int> Declare(string title = "Tables are readable by everyone",
        Visibility visibility = Visibility.Open, IncidentKind kind = IncidentKind.Live) =>
        (await Done(new DeclareIncident { Title = title, Visibility = visibility, Kind = kind })).Number;

    protected async Task<int> DeclareClosed()
    {
        var number = await Declare("An old story");
        foreach (var item in Enum.GetValues<ClosingItem>())
            await Done(new SettleClosingItem { Incident = number, Item = item, State = Settlement.Done }, Privacy);
        await Done(new ChangeStatus { Incident = number, Status = IncidentStatus.Closed });
        return number;
    }

    protected async Task<int> DeclareMerged()
    {
        var (number, into) = (await Declare("The same thing twice"), await Declare("The one that goes on"));
        await Done(new MergeIncident { Incident = number, Into = into });
        return number;
    }

    protected Task<Incident> State(int number, Actor? by = null) =>
        Read((db, _) => db.Incidents.AsNoTracking().SingleAsync(i => i.Number == number), by);

    /// <summary>Sent to a private incident by somebody outside, and to no incident at all, the answer is the same.</summary>
    protected async Task HiddenFromStrangers<T>(Func<int, ICommand<T>> command)
    {
        var hidden = await Declare("Somebody read the diary", Visibility.Private);
        Assert.Equal(new Refusal.NotFound($"incident INC-{hidden}"), (await Do(command(hidden), Stranger)).Refusal);
        Assert.Equal(new Refusal.NotFound("incident INC-4711"), (await Do(command(4711), Stranger)).Refusal);
    }

    /// <summary>Sent by somebody whose role does not reach it, the answer is that there is no such incident, and nothing happens.</summary>
    protected async Task NotFor<T>(Actor outsider, Func<int, ICommand<T>> command)
    {
        var number = await Declare("Not theirs to change");
        Assert.Equal(new Refusal.NotFound($"incident INC-{number}"), (await Do(command(number), outsider)).Refusal);
        Assert.Single(await TimelineOf(number));
    }
}
