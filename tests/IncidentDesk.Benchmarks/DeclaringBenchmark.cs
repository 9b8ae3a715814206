using System.Diagnostics;
using System.Globalization;
using IncidentDesk.Web;
using Microsoft.Data.Sqlite;

namespace IncidentDesk.Benchmarks;

/// <summary>
/// Declaring through the HTTP API, beside a bare durable commit of one row on the same disk. The desk runs in a process of its own;
/// it is asked on bare sockets that stay open, so that what is measured is the desk and not a client.
/// </summary>
internal static class DeclaringBenchmark
{
    const int Rounds = 20, Each = 100;

    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("incidentdesk-declaring-").FullName;
        try
        {
            await using var desk = await DeskProcess.Start(typeof(DeskHost).Assembly.Location,
                $"--ConnectionStrings:Desk=Data Source={Path.Combine(folder, "desk.db")}",
                $"--Setup:ApiToken={BenchDesk.Token}", "--urls", "{url}");
            using var bare = BenchDesk.Bare(Path.Combine(folder, "bare.db"));
            return Run(desk, bare);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static IReadOnlyList<Ratio> Run(DeskProcess desk, SqliteConnection bare)
    {
        using var client = new RawClient(desk.Address);
        Execute(bare, "CREATE TABLE Rows (Id INTEGER PRIMARY KEY, Body TEXT NOT NULL)");
        UntilSteady(client);

        var (ours, beside) = (new List<double>(), new List<double>());
        // By turns, each side long enough to be in its stride: a server whose threads fall asleep between two
        // requests is not what one client meets.
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Each; i++) ours.Add(Timed(() => Declare(client, i)));
            for (var i = 0; i < Each; i++) beside.Add(Timed(() => Commit(bare)));
        }
        var (one, eight) = (Rate(desk, 1), Rate(desk, 8));
        var (p50, bareP50) = (Ratio.Median(ours), Ratio.Median(beside));
        return
        [
            new("declare over HTTP, p50", Ratio.Ms(p50), $"bare durable commit {Ratio.Ms(bareP50)}", p50 / bareP50, 3),
            new("declare, 8 clients", PerSecond(eight), $"1 client {PerSecond(one)}", eight / one, 2, AtLeast: true),
        ];
    }

    /// <summary>
    /// Until the hot paths are compiled for good, the just-in-time compiler is what would be measured. That takes more than ten thousand
    /// requests, the first stages of it look steady; so they go on until many rounds in a row were not faster than the best before them.
    /// </summary>
    static void UntilSteady(RawClient client)
    {
        const int each = 1_000, most = 40, enough = 8;
        var (best, since, first) = (double.MaxValue, 0, 0d);
        for (var round = 0; round < most && since < enough; round++)
        {
            var took = new List<double>();
            for (var i = 0; i < each; i++) took.Add(Timed(() => Declare(client, i)));
            var median = Ratio.Median(took);
            if (round == 0) first = median;
            since = median < best * 0.97 ? 0 : since + 1;
            best = Math.Min(best, median);
            if (since == enough || round == most - 1)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"Declaring: p50 {first:0.00} ms in the first {each} requests "
                        + $"of a process, {best:0.00} ms after {(round + 1) * each:N0}."));
        }
    }

    static double Rate(DeskProcess desk, int clients)
    {
        const int each = 500;
        var threads = Enumerable.Range(0, clients).Select(_ => new Thread(() =>
        {
            using var client = new RawClient(desk.Address);
            for (var i = 0; i < each; i++) Declare(client, i);
        })).ToList();
        var began = Stopwatch.GetTimestamp();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return clients * each / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    static void Declare(RawClient client, int i)
    {
        if (client.Send(RawClient.Post("/api/incidents", $$"""{"title":"Bench {{i}}","severity":"SEV3"}""",
            $"Authorization: Bearer {BenchDesk.Token}")) is not 201 and var status)
            throw new InvalidOperationException($"Answered with {status}.");
    }

    static void Commit(SqliteConnection bare) => Execute(bare,
        "INSERT INTO Rows (Body) VALUES ('one row of about a hundred bytes, as small as a durable commit can reasonably be on this disk')");

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static double Timed(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    static string PerSecond(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate:0} a second");
}
