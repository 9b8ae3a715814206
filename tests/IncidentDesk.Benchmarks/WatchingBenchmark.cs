using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;

namespace IncidentDesk.Benchmarks;

/// <summary>
/// A thousand people watch one incident by server-sent events while an entry is recorded; the
/// desk runs in a process of its own.
/// </summary>
internal static class WatchingBenchmark
{
    const int Watchers = 1000;
    const int Entries = 10;

    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("incidentdesk-watch-").FullName;
        await using var desk = await DeskProcess.Start(typeof(Web.DeskHost).Assembly.Location,
            $"--ConnectionStrings:Desk=Data Source={Path.Combine(folder, "desk.db")}",
            $"--Setup:ApiToken={BenchDesk.Token}", "--urls", "{url}");
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Watchers + 10 })
        {
            BaseAddress = desk.Address, Timeout = Timeout.InfiniteTimeSpan
        };
        client.DefaultRequestHeaders.Authorization = new("Bearer", BenchDesk.Token);
        await Post(client, "/api/incidents", new { title = "Watched by a thousand", severity = "SEV2" });
        // Code that runs for the first time costs memory that no watcher is to blame for.
        await using (await Watch(client, 50)) await Post(client, "/api/incidents/1/updates", new { text = "warming up" });

        var before = desk.Resident;
        await using var crowd = await Watch(client, Watchers);
        var each = (desk.Resident - before) / (double)Watchers;
        var delays = new List<double>();
        for (var i = 0; i < Entries; i++)
            delays.AddRange(await crowd.SeeNext(() => Post(client, "/api/incidents/1/updates", new { text = $"entry {i}" })));
        var p99 = delays.Order().ElementAt((int)(delays.Count * 0.99));
        return
        [
            new("1,000 watchers: 99 % see an entry within", Ratio.Ms(p99), "500 ms", p99 / 500, 1),
            new("1,000 watchers: resident memory each",
                string.Create(CultureInfo.InvariantCulture, $"{each:0.0} KiB"), "30 KiB", each / 30, 1),
        ];
    }

    static async Task Post(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    static async Task<Crowd> Watch(HttpClient client, int count)
    {
        var readers = new List<StreamReader>();
        for (var i = 0; i < count; i++)
        {
            var answer = await client.GetAsync(
                new Uri("/api/incidents/1/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            readers.Add(new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8, false, 128));
        }
        return new Crowd(readers);
    }

    sealed class Crowd(List<StreamReader> readers) : IAsyncDisposable
    {
        /// <summary>
        /// Milliseconds from before the entry was sent until each watcher had read of it:
        /// recording it is part of the wait.
        /// </summary>
        public async Task<IEnumerable<double>> SeeNext(Func<Task> record)
        {
            var began = Stopwatch.GetTimestamp();
            var seen = readers.ConvertAll(async reader =>
            {
                while (await reader.ReadLineAsync() is { } line)
                    if (line.StartsWith("data:", StringComparison.Ordinal)) break;
                return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            });
            await record();
            return await Task.WhenAll(seen);
        }

        public ValueTask DisposeAsync()
        {
            readers.ForEach(r => r.Dispose());
            return ValueTask.CompletedTask;
        }
    }
}
