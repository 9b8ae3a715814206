using System.Diagnostics;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.People;
using IncidentDesk.Record;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Benchmarks;

/// <summary>
/// Linking 45,000 assets by pattern with its entry, hash and list of keys, beside a bare prepared insert of the same 45,000 rows
/// into a table of the same shape; both in one transaction, both durable.
/// </summary>
internal static class LinkingBenchmark
{
    const int Assets = 45_000, Rounds = 9;

    /// <summary>All that there are.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        await using var desk = await BenchDesk.Start();
        await BenchCatalogue.Fill(desk, Assets);
        return [await Measure(desk, "link 45,000 assets by pattern, committed",
            "hive://warehouse/mci_*", [.. Enumerable.Range(1, Assets)])];
    }

    /// <summary>45,000 spread among a million.</summary>
    public static async Task<IReadOnlyList<Ratio>> AmongAMillion()
    {
        await using var desk = await BenchDesk.Start();
        await using (var scope = desk.Services.CreateAsyncScope())
        using (var connection = new SqliteConnection($"Data Source={desk.File};Pooling=false"))
        {
            connection.Open();
            BigCatalogueRows.Fill(scope.ServiceProvider.GetRequiredService<DeskDb>(), connection, []);
        }
        return [await Measure(desk, "link 45,000 of 1,000,000 assets by pattern, committed",
            BigCatalogue.SeedPattern, BigCatalogue.SeedIds())];
    }

    static async Task<Ratio> Measure(BenchDesk desk, string what, string pattern, int[] ids)
    {
        var door = desk.Services.GetRequiredService<Desk>();
        var by = await Somebody(desk);
        using var bare = desk.Beside("bare.db");
        Execute(bare, """
            CREATE TABLE Links (Incident INTEGER NOT NULL, AssetId INTEGER NOT NULL, FromPosition INTEGER NOT NULL, ToPosition INTEGER,
            ExposedFrom INTEGER, ExposedTo INTEGER, Disclosure INTEGER NOT NULL, PRIMARY KEY (Incident, AssetId, FromPosition))
            """);

        var (ours, beside) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var incident = (await door.Do(new DeclareIncident { Title = $"Round {round}" }, by)).Value!.Number;
            var began = Stopwatch.GetTimestamp();
            var linked = await door.Do(new LinkAssets { Incident = incident, Pattern = pattern }, by);
            ours.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            Must(linked.Value is { Linked: Assets });

            began = Stopwatch.GetTimestamp();
            Insert(bare, incident, ids);
            beside.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        // The first round of each pays for compiling and for reading the names, and is no part of it.
        var (median, bareMedian) = (Ratio.Median(ours.Skip(1)), Ratio.Median(beside.Skip(1)));
        return new(what, Ratio.Ms(median), $"bare prepared insert {Ratio.Ms(bareMedian)}", median / bareMedian, 3);
    }

    static async Task<Actor> Somebody(BenchDesk desk)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return new Actor(await scope.ServiceProvider.GetRequiredService<DeskDb>().People.Select(p => p.Id).FirstAsync(), "bench");
    }

    static void Insert(SqliteConnection bare, int incident, int[] ids)
    {
        using var transaction = bare.BeginTransaction();
        using var insert = bare.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO Links (Incident, AssetId, FromPosition, Disclosure) VALUES ($incident, $asset, 2, 0)";
        insert.Parameters.AddWithValue("$incident", incident);
        var asset = insert.Parameters.Add("$asset", SqliteType.Integer);
        insert.Prepare();
        foreach (var id in ids)
        {
            asset.Value = id;
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static void Must(bool done)
    {
        if (!done) throw new InvalidOperationException("The benchmark did not do what it measures.");
    }
}
