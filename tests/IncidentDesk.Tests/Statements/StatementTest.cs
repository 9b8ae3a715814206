using IncidentDesk.Incidents;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;
using IncidentDesk.Tests.Incidents.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Statements;

/// <summary>A desk with the templates that ship.</summary>
public abstract class StatementTest : DeskTest
{
    protected override void Arrange(IServiceCollection services) => services.AddSingleton(new DeskOptions { Playbooks = Shelf.Shipped });

    protected async Task<int> Incident(IncidentKind kind = IncidentKind.Live, Visibility visibility = Visibility.Open) =>
        (await Done(new DeclareIncident
        {
            Title = "45,000 tables are readable by everyone", Kind = kind, Visibility = visibility, Playbook = "none"
        }, Comms)).Number;

    /// <summary>An incident with a press statement S1 whose first version is finished.</summary>
    protected async Task<int> Drafted(IncidentKind kind = IncidentKind.Live, Visibility visibility = Visibility.Open)
    {
        var number = await Incident(kind, visibility);
        await Done(new DraftStatement { Incident = number, Audience = Audience.Press, Text = "The program is paused." }, Comms);
        return number;
    }

    protected async Task<Statement> TheStatement(string id = "S1", int incident = 1) =>
        Assert.IsType<Statement>(await Read((db, _) => StatementQueries.At(db, incident, id, RightNow), Comms));

    protected async Task OnlyForThoseWhoMay<T>(Func<int, ICommand<T>> command, params Actor[] others)
    {
        var open = await Drafted();
        foreach (var other in others) Assert.Equal(new Refusal.NotFound($"incident INC-{open}"), (await Do(command(open), other)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(command(open), Actor.Nobody)).Refusal);
        var hidden = await Drafted(visibility: Visibility.Private);
        Assert.Equal(new Refusal.NotFound($"incident INC-{hidden}"), (await Do(command(hidden), Stranger)).Refusal);
        Assert.Equal(new Refusal.NotFound("incident INC-99"), (await Do(command(99), Stranger)).Refusal);
        Assert.True((await Do(command(hidden), Comms)).Done);
    }
}
