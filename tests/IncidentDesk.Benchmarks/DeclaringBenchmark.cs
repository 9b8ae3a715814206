using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;

namespace IncidentDesk.Benchmarks;

/// <summary>Declaring through the HTTP API, beside a bare durable commit of one row on the same disk.</summary>
internal static class DeclaringBenchmark
{
    const int Rounds = 400;

    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        await using var desk = await BenchDesk.Start();
        using var client = desk.Client();
        using var bare = desk.Bare("bare.db");
        Execute(bare, "CREATE TABLE Rows (Id INTEGER PRIMARY KEY, Body TEXT NOT NULL)");
        // Until the hot paths are compiled for good, the just-in-time compiler is what would be measured.
        for (var i = 0; i < 2_000; i++) { await Declare(client, i); Commit(bare); }

        var (ours, beside) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            ours.Add(await Timed(() => Declare(client, i)));
            beside.Add(await Timed(() => { Commit(bare); return Task.CompletedTask; }));
        }
        var (one, eight) = (await Rate(desk, 1), await Rate(desk, 8));
        var (p50, bareP50) = (Ratio.Median(ours), Ratio.Median(beside));
        return
        [
            new("declare over HTTP, p50", Ratio.Ms(p50), $"bare durable commit {Ratio.Ms(bareP50)}", p50 / bareP50, 3),
            new("declare, 8 clients", PerSecond(eight), $"1 client {PerSecond(one)}", eight / one, 2, AtLeast: true),
        ];
    }

    static async Task<double> Rate(BenchDesk desk, int clients)
    {
        const int each = 250;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            using var client = desk.Client();
            for (var i = 0; i < each; i++) await Declare(client, i);
        })));
        return clients * each / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    static async Task Declare(HttpClient client, int i)
    {
        using var answer = await client.PostAsJsonAsync("/api/incidents", new { title = $"Bench {i}", severity = "SEV3" });
        answer.EnsureSuccessStatusCode();
    }

    static void Commit(SqliteConnection bare) => Execute(bare, "INSERT INTO Rows (Body) VALUES ('one row of about a hundred bytes, as small as a durable commit can reasonably be on this disk')");

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static async Task<double> Timed(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    static string PerSecond(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate:0} a second");
}
