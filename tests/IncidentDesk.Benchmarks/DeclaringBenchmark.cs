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
        await UntilSteady(client, bare);

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

    /// <summary>
    /// Until the hot paths are compiled for good, the just-in-time compiler is what would be measured. That takes some ten thousand
    /// requests, more or less with the machine; so they go on until three rounds in a row were not faster than the best before them.
    /// </summary>
    static async Task UntilSteady(HttpClient client, SqliteConnection bare)
    {
        const int each = 500, most = 60;
        var (best, since, first) = (double.MaxValue, 0, 0d);
        for (var round = 0; round < most && since < 3; round++)
        {
            var took = new List<double>();
            for (var i = 0; i < each; i++)
            {
                took.Add(await Timed(() => Declare(client, i)));
                Commit(bare);
            }
            var median = Ratio.Median(took);
            if (round == 0) first = median;
            since = median < best * 0.97 ? 0 : since + 1;
            best = Math.Min(best, median);
            if (since == 3 || round == most - 1) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Declaring: p50 {first:0.00} ms in the first {each} requests of a process, {best:0.00} ms after {(round + 1) * each:N0}."));
        }
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
