using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Record;

/// <summary>Commands that come at once share a commit; each is kept or undone by itself.</summary>
public sealed class WriterTests : DeskTest
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whoever_is_refused_takes_nobody_along_and_leaves_nothing(int refusedWhen)
    {
        await Done(new DeclareIncident { Title = "Tables open" });
        const int crowd = 60;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, crowd).Select(n => Task.Run(() =>
            Desk.Do(new PostUpdate { Incident = 1, Text = $"Update {n}" }, Responder,
                n % 3 == refusedWhen ? new Terms { Seen = 999 } : null))));

        Assert.All(outcomes.Where((_, n) => n % 3 == refusedWhen), o => Assert.IsType<Refusal.Stale>(o.Refusal));
        var kept = outcomes.Where((_, n) => n % 3 != refusedWhen).Select(o => o.Value!.Value).Order();
        Assert.Equal(Enumerable.Range(2, crowd * 2 / 3), kept);
        var record = await Read((db, _) => db.Entries.Where(e => e.Incident == 1).OrderBy(e => e.Position).ToListAsync());
        Assert.Equal(1 + (crowd * 2 / 3), Assert.IsType<Verification.Intact>(Verification.Of(record, _ => null)).Entries);
    }

    [Fact]
    public async Task What_throws_on_the_way_is_undone_and_the_next_command_is_carried_out()
    {
        await Done(new DeclareIncident { Title = "Tables open" });
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Desk.Do(new PostUpdate { Incident = 1, Text = "Given up" }, Responder, ct: gone.Token));

        Assert.Equal(2, (await Done(new PostUpdate { Incident = 1, Text = "Carried out" })).Value);
    }
}
