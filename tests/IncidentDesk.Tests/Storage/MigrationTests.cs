using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Storage;

public sealed class MigrationTests : DeskTest
{
    [Fact]
    public async Task The_migrations_lead_to_the_model_and_the_store_knows_how_many_there_are()
    {
        using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();

        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();

        Assert.NotEmpty(applied);
        Assert.Equal(db.Database.GetMigrations(), applied);
        Assert.True(SqliteStore.Migrations == applied.Count, "Raise SqliteStore.Migrations to the number of migrations.");
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed. Run: dotnet ef migrations add <Name> --project src/IncidentDesk --output-dir Storage/Migrations/Sqlite, and raise SqliteStore.Migrations.");
    }

    [Fact]
    public async Task A_file_that_is_up_to_date_is_opened_again_and_keeps_what_it_holds()
    {
        var before = await Dump();

        await Service<DeskStore>().Open(default);

        Assert.Equal(before, await Dump());
        Assert.Contains("Remy Responder", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_cannot_write()
    {
        using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.People.IgnoreQueryFilters().ExecuteDeleteAsync());

        Assert.Contains("readonly", refused.Message, StringComparison.Ordinal);
    }
}
