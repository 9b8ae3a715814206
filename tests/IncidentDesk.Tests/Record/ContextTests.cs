using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Record;

public sealed class ContextTests : DeskTest
{
    [Fact]
    public async Task A_context_that_served_one_person_shows_the_next_nothing_of_theirs()
    {
        await Done(new DeclareIncident { Title = "Hidden", Visibility = Visibility.Private });
        DeskDb used;
        using (var scope = Scope())
        {
            used = scope.ServiceProvider.GetRequiredService<DeskDb>();
            used.Caller = (await Service<Callers>().Of(used, Responder, default))!;
            Assert.Equal(1, await used.Incidents.CountAsync());
        }

        using var next = Scope();
        var again = next.ServiceProvider.GetRequiredService<DeskDb>();

        // The same object, used again: else this test would prove nothing.
        Assert.Same(used, again);
        Assert.Equal(Caller.Nobody, again.Caller);
        Assert.Equal(0, await again.Incidents.CountAsync());
    }

    [Fact]
    public async Task A_context_that_wrote_goes_back_to_reading_without_the_writers_connection()
    {
        await Done(new DeclareIncident { Title = "Open" });
        await Done(new PostUpdate { Incident = 1, Text = "Written" });

        using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();

        Assert.Matches("(?i)read_?only", db.Database.GetConnectionString());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Incidents.IgnoreQueryFilters().ExecuteDeleteAsync());
    }
}
