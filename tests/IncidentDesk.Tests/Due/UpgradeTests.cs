using System.Text;
using IncidentDesk.Due;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Record;
using IncidentDesk.Record.Postgres;
using IncidentDesk.Tests.Pauses;
using IncidentDesk.Tests.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentDesk.Tests.Due;

public sealed class UpgradeTests : PauseTest
{
    [Fact]
    public async Task A_database_from_before_the_due_list_gets_what_is_due_from_its_record()
    {
        await Ordered(incident: (await Incident(Visibility.Private)).Number);
        await Ordered("reminded");
        await Approved("approved");
        await Withdrawn("withdrawn");
        Clock.Advance(TimeSpan.FromDays(2));
        await Done(new RemindOfRecheck { Key = "reminded" }, Actor.System);
        var before = await Dump();

        await Migrate("Register");
        await Migrate(null);
        Assert.NotEqual(before, await Dump());
        // Both are due now; what a rebuild brings is due after that.
        await Service<DueWorker>().Beat(default);
        var after = await Read((db, _) => db.DueItems.OrderBy(d => d.Key).Select(d => $"{d.Kind} {d.Key}").ToListAsync());

        Assert.Equal(["pause-review approved", "pause-review mci-program", "pause-review reminded"], after);
        Assert.Equal(before, await Dump());
    }

    [Fact]
    public async Task A_database_from_before_numbers_were_scattered_gets_the_old_number_of_an_import_from_its_record()
    {
        var file = Forged.File(new IncidentDeclared("Came from elsewhere", Severity.Sev2, default, Visibility.Open));
        var intact = await IntactExport.From(new MemoryStream(Encoding.UTF8.GetBytes(file)), default);
        await Done(new DeclareIncident { Title = "Ours" });
        await Done(new ImportIncident { File = intact.Value! }, Privacy);
        var before = await Dump();

        await Migrate("DueList");
        await Migrate(null);
        Assert.NotEqual(before, await Dump());
        await Service<DueWorker>().Beat(default);

        Assert.Equal(before, await Dump());
        Assert.Equal(1, (await About(2)).OriginNumber);
    }

    async Task Migrate(string? to)
    {
        await using var db = TestDatabase.IsPostgres
            ? (DeskDb)new PostgresDeskDb(new DbContextOptionsBuilder<PostgresDeskDb>().UseNpgsql(Database).Options)
            : new DeskDb(new DbContextOptionsBuilder<DeskDb>().UseSqlite(Database).Options);
        await db.GetService<IMigrator>().MigrateAsync(to);
    }
}
