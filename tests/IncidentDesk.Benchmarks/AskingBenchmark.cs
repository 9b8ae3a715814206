using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using IncidentDesk.Web;
using Microsoft.AspNetCore.Builder;

namespace IncidentDesk.Benchmarks;

/// <summary>
/// Machines ask whether something is paused (OFREP), beside an empty endpoint of the same server; the desk runs in a process of its
/// own. Asked on bare sockets that stay open, one request at a time on each.
/// </summary>
internal static class AskingBenchmark
{
    public const string Mode = "desk-with-empty-endpoint";
    const int Pauses = 10_000, Rounds = 6, PerRound = 20_000, Connections = 8, Orders = 50;
    const string Body = """{"context":{"targetingKey":"etl-1"}}""";
    static readonly string Bearer = $"Authorization: Bearer {BenchDesk.Token}";
    static readonly byte[] Empty = RawClient.Post("/empty", Body),
        One = RawClient.Post("/ofrep/v1/evaluate/flags/paused:pause-7", Body, Bearer);

    /// <summary>What the other process runs.</summary>
    public static async Task Desk(string[] arguments)
    {
        var app = DeskHost.Build(arguments);
        var answer = """{"empty":true}"""u8.ToArray();
        app.MapPost("/empty", http =>
        {
            (http.Response.ContentType, http.Response.ContentLength) = ("application/json", answer.Length);
            return http.Response.Body.WriteAsync(answer, 0, answer.Length);
        }).AllowAnonymous();
        await DeskHost.Open(app);
        await app.RunAsync();
    }

    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("incidentdesk-asking-").FullName;
        try
        {
            return await Run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<IReadOnlyList<Ratio>> Run(string folder)
    {
        await using var desk = await DeskProcess.Start(typeof(AskingBenchmark).Assembly.Location, Mode,
            $"--ConnectionStrings:Desk=Data Source={Path.Combine(folder, "desk.db")}",
            $"--Setup:ApiToken={BenchDesk.Token}", "--urls", "{url}");
        using var client = Client(desk);
        await Parallel.ForAsync(0, Pauses, new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (i, _) => await Propose(client, $"pause-{i}"));
        await Post(client, "/api/pauses/pause-7/order", null);

        for (var i = 0; i < 3; i++) { Ask(desk, Empty, 2); Ask(desk, One, 2); }
        var (ours, empty) = (new List<Load>(), new List<Load>());
        for (var i = 0; i < Rounds; i++) { empty.Add(Ask(desk, Empty, 2)); ours.Add(Ask(desk, One, 2)); }
        var (p99, beside) = (Ratio.Median(ours.Select(l => l.P99)), Ratio.Median(empty.Select(l => l.P99)));
        var (work, emptyWork) = (Ratio.Median(ours.Select(l => l.Processor)), Ratio.Median(empty.Select(l => l.Processor)));
        var rate = Ratio.Median(Enumerable.Range(0, Rounds).Select(_ => Ask(desk, One, Connections).PerSecond));
        var served = await Served(client, desk, from: 100);
        var (all, unchanged) = InBulk(desk);
        IReadOnlyList<Ratio> elsewhere = await OnAnotherNode();
        return
        [
            new("one evaluation, 99 % within", Micros(p99), $"empty endpoint {Micros(beside)}", p99 / beside, 3),
            new("one evaluation, processor time of the server", Micros(work), $"empty endpoint {Micros(emptyWork)}", work / emptyWork, 3),
            new($"evaluations a second, {Connections} connections, client on the same machine",
                rate.ToString("N0", CultureInfo.InvariantCulture), "10,000", rate / 10_000, 1, AtLeast: true),
            new("an order is served after it was answered, at worst of 50", Ratio.Ms(served), "1,000 ms", served / 1000, 1), .. elsewhere,
            new("10,000 pauses in bulk, 30,000 flags", Ratio.Ms(all), "100 ms", all / 100, 1),
            new("10,000 pauses in bulk, unchanged (304)", Ratio.Ms(unchanged), "100 ms", unchanged / 100, 1),
        ];
    }

    /// <summary>Asks again and again on so many connections, each on a thread of its own.</summary>
    static Load Ask(DeskProcess desk, byte[] request, int connections)
    {
        var each = PerRound / connections;
        var delays = new double[connections][];
        var (began, worked) = (Stopwatch.GetTimestamp(), desk.Processor);
        var threads = Enumerable.Range(0, connections).Select(c => new Thread(() =>
        {
            using var client = new RawClient(desk.Address);
            delays[c] = new double[each];
            for (var i = 0; i < each; i++)
            {
                var sent = Stopwatch.GetTimestamp();
                if (client.Send(request) is not 200 and var status) throw new InvalidOperationException($"Answered with {status}.");
                delays[c][i] = Stopwatch.GetElapsedTime(sent).TotalMicroseconds;
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        var took = Stopwatch.GetElapsedTime(began);
        var count = connections * each;
        return new(delays.SelectMany(d => d).Order().ElementAt((int)(count * 0.99)),
            (desk.Processor - worked).TotalMicroseconds / count, count / took.TotalSeconds);
    }

    /// <summary>
    /// The same with two nodes on one PostgreSQL: ordered on one, asked on the other. Nothing
    /// where PostgreSQL is not installed.
    /// </summary>
    static async Task<IReadOnlyList<Ratio>> OnAnotherNode()
    {
        await using var postgres = await BenchPostgres.Start();
        if (postgres is null) return [];
        string[] arguments =
            [$"--ConnectionStrings:Desk={postgres.ConnectionString}", $"--Setup:ApiToken={BenchDesk.Token}", "--urls", "{url}"];
        await using var one = await DeskProcess.Start(typeof(DeskHost).Assembly.Location, arguments);
        await using var two = await DeskProcess.Start(typeof(DeskHost).Assembly.Location, arguments);
        using var client = Client(one);
        for (var i = 0; i < Orders; i++) await Propose(client, $"pause-{i}");
        var served = await Served(client, two, from: 0);
        return [new("an order on one node is served on another, at worst of 50", Ratio.Ms(served), "1,000 ms", served / 1000, 1)];
    }

    /// <summary>Milliseconds from the answer to an order until whoever asks is told to stop, at worst.</summary>
    static async Task<double> Served(HttpClient client, DeskProcess desk, int from)
    {
        using var asker = new RawClient(desk.Address);
        var worst = 0.0;
        for (var i = from; i < from + Orders; i++)
        {
            var ask = RawClient.Post($"/ofrep/v1/evaluate/flags/paused:pause-{i}", Body, Bearer);
            asker.Send(ask);
            await Post(client, $"/api/pauses/pause-{i}/order", null);
            var answered = Stopwatch.GetTimestamp();
            do asker.Send(ask); while (asker.Body.IndexOf("\"value\":true"u8) < 0);
            worst = Math.Max(worst, Stopwatch.GetElapsedTime(answered).TotalMilliseconds);
        }
        return worst;
    }

    static (double All, double Unchanged) InBulk(DeskProcess desk)
    {
        using var asker = new RawClient(desk.Address);
        var ask = RawClient.Post("/ofrep/v1/evaluate/flags", Body, Bearer);
        var all = Time(asker, ask, 200);
        if (Count(asker.Body, "\"value\":"u8) < 3 * Pauses) throw new InvalidOperationException("Flags are missing.");
        return (all, Time(asker, RawClient.Post("/ofrep/v1/evaluate/flags", Body, Bearer, $"If-None-Match: {asker.Header("ETag")}"), 304));
    }

    static double Time(RawClient asker, byte[] ask, int status)
    {
        var took = new List<double>();
        for (var i = 0; i < 30; i++)
        {
            var sent = Stopwatch.GetTimestamp();
            if (asker.Send(ask) is var got && got != status) throw new InvalidOperationException($"Answered with {got}.");
            if (i >= 10) took.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }
        return Ratio.Median(took);
    }

    static int Count(ReadOnlySpan<byte> text, ReadOnlySpan<byte> piece)
    {
        var count = 0;
        for (int at; (at = text.IndexOf(piece)) >= 0; text = text[(at + piece.Length)..]) count++;
        return count;
    }

    static HttpClient Client(DeskProcess desk)
    {
        var client = new HttpClient { BaseAddress = desk.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", BenchDesk.Token);
        return client;
    }

    static Task Propose(HttpClient client, string key) => Post(client, "/api/pauses", new
    {
        key, target = "Keystroke capture", scope = "everything", mode = "kill",
        reason = "Open to everyone", reviewBy = DateTimeOffset.UtcNow.AddDays(1),
    });

    static async Task Post(HttpClient client, string path, object? body)
    {
        using var answer = await client.PostAsJsonAsync(path, body ?? new { });
        answer.EnsureSuccessStatusCode();
    }

    static string Micros(double microseconds) => string.Create(CultureInfo.InvariantCulture, $"{microseconds:0} µs");

    /// <param name="P99">Microseconds.</param>
    /// <param name="Processor">Microseconds of the server for each request.</param>
    sealed record Load(double P99, double Processor, double PerSecond);
}
