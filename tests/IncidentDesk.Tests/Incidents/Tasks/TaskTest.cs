using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Incidents.Tasks;

/// <summary>A desk whose shelf holds one playbook for exposures and one file that is broken.</summary>
public abstract class TaskTest : DeskTest
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentdesk-playbooks-");

    protected override void Arrange(IServiceCollection services)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "exposure.md"), Shelf.Text("exposure", Shelf.Exposure));
        File.WriteAllText(Path.Combine(_folder.FullName, "broken.md"), Shelf.Text("broken", "tusks: []\n"));
        services.AddSingleton(new DeskOptions { Playbooks = _folder.FullName });
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected Task<Declared> Exposed(
        IncidentKind kind = IncidentKind.Live, Visibility visibility = Visibility.Open, string? playbook = null) =>
        Done(new DeclareIncident
        {
            Title = "45,000 tables are readable by everyone", Kind = kind, Visibility = visibility, Playbook = playbook
        });

    protected Task<Incident> TheIncident(int number = 1) =>
        Read((db, _) => db.Incidents.AsNoTracking().SingleAsync(i => i.Number == number));

    protected async Task<IncidentTask> TheTask(string id = "stop-the-access") => (await TheIncident()).Tasks.Single(t => t.Id == id);

    protected async Task OnlyForThoseWhoWork(Func<int, ICommand<Position>> command)
    {
        var hidden = (await Exposed(visibility: Visibility.Private)).Number;
        Assert.Equal(new Refusal.NotFound($"incident INC-{hidden}"), (await Do(command(hidden), Stranger)).Refusal);
        Assert.Equal(new Refusal.NotFound("incident INC-99"), (await Do(command(99), Stranger)).Refusal);
        var viewer = await Person("Vic Viewer", IncidentDesk.Roles.Viewer);
        Assert.IsType<Refusal.NotFound>((await Do(command((await Exposed()).Number), viewer)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(command(1), Actor.Nobody)).Refusal);
    }
}
