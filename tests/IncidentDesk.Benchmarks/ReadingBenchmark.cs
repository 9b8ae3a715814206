using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Benchmarks;

/// <summary>The page of an incident with 5,000 entries and 45,000 links, beside the same page with 50 entries and 100 links.</summary>
internal static partial class ReadingBenchmark
{
    const int Rounds = 300;

    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        await using var desk = await BenchDesk.Start();
        await BenchCatalogue.Fill(desk, 45_000);
        using var client = desk.Client();
        var many = await Incident(desk, client, entries: 5_000, pattern: "hive://warehouse/*");
        var few = await Incident(desk, client, entries: 50, pattern: "hive://warehouse/mci_00.events_00???");

        for (var i = 0; i < 50; i++) { await Get(client, many); await Get(client, few); }
        var (large, small) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++) { large.Add(await Get(client, many)); small.Add(await Get(client, few)); }
        var (mine, beside) = (Ratio.Median(large), Ratio.Median(small));
        var transferred = await Transferred(desk);
        return
        [
            new("incident page, 5,000 entries and 45,000 links", Ratio.Ms(mine),
                $"50 entries and 100 links {Ratio.Ms(beside)}", mine / beside, 1.5),
            new("incident page, transferred with styles and script", Kib(transferred), "100 KiB", transferred / 102_400.0, 1),
        ];
    }

    static async Task<int> Incident(BenchDesk desk, HttpClient client, int entries, string pattern)
    {
        var declared = await client.PostAsJsonAsync("/api/incidents", new { title = $"Incident of {entries} entries", severity = "SEV2" });
        var number = (await declared.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Declared>())!.Number;
        await Post(client, $"/api/incidents/{number}/assets", new { pattern });
        var (door, by) = (desk.Services.GetRequiredService<Desk>(), await desk.Administrator());
        await Parallel.ForAsync(0, entries, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, ct) =>
            await door.Do(new PostUpdate
            {
                Incident = number,
                Text = $"Note {i}: what was seen, **what was done** and what is still unknown, in about as many words as people write."
            }, by, ct: ct));
        return number;
    }

    static async Task<double> Get(HttpClient client, int number)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri($"/incidents/{number}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Bytes on the wire of the large page and of everything it asks for, as a browser that takes Brotli gets them.</summary>
    static async Task<long> Transferred(BenchDesk desk)
    {
        using var client = desk.Client();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var plain = desk.Client();
        var html = await plain.GetStringAsync(new Uri("/incidents/1", UriKind.Relative));
        var all = (await client.GetByteArrayAsync(new Uri("/incidents/1", UriKind.Relative))).LongLength;
        foreach (Match link in Linked().Matches(html))
            all += (await client.GetByteArrayAsync(new Uri(link.Groups[1].Value, UriKind.Relative))).LongLength;
        return all;
    }

    static async Task Post(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        if (answer.StatusCode >= HttpStatusCode.BadRequest) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    static string Kib(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB");

    [GeneratedRegex("""<(?:link|script)[^>]*(?:href|src)="(/[^"]+)""")]
    private static partial Regex Linked();
}
