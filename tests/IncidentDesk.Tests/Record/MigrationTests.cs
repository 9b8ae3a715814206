using IncidentDesk.People;
using IncidentDesk.Record;
using IncidentDesk.Record.Postgres;
using IncidentDesk.Record.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Record;

public sealed class MigrationTests : DeskTest
{
    [Fact]
    public async Task A_new_database_has_had_every_migration()
    {
        using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();

        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();

        Assert.NotEmpty(applied);
        Assert.Equal(db.Database.GetMigrations(), applied);
    }

    [Fact]
    public void The_migrations_lead_to_the_model_on_both_databases_and_the_stores_know_how_many_there_are()
    {
        using var sqlite = new DesignTime().CreateDbContext([]);
        using var postgres = new PostgresDesignTime().CreateDbContext([]);

        Assert.All([(sqlite, SqliteStore.Migrations, "Sqlite"), (postgres, PostgresStore.Migrations, "Postgres")],
            ((DeskDb Db, int Known, string Name) store) =>
            {
                Assert.False(store.Db.Database.HasPendingModelChanges(),
                    "The model has changed. Run: dotnet ef migrations add <Name> --project src/IncidentDesk "
                        + $"--context {store.Db.GetType().Name} --output-dir Record/Migrations/{store.Name}");
                Assert.True(store.Db.Database.GetMigrations().Count() == store.Known,
                    $"{store.Name}: the store counts {store.Known} migrations; they belong into Record/Migrations/{store.Name}.");
            });
    }

    [Fact]
    public void An_upgrade_that_a_power_cut_ends_has_not_begun()
    {
        using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        var (known, generator) = (db.GetService<IMigrationsAssembly>(), db.GetService<IMigrationsSqlGenerator>());

        var steps = known.Migrations.Values.Select(m => known.CreateMigration(m, db.Database.ProviderName!))
            .SelectMany(m => generator.Generate(m.UpOperations,
                db.GetService<IModelRuntimeInitializer>().Initialize(m.TargetModel, designTime: true))).ToList();

        Assert.NotEmpty(steps);
        Assert.DoesNotContain(steps, step => step.TransactionSuppressed);
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

        Assert.Matches("read-?only", refused.Message);
    }
}
