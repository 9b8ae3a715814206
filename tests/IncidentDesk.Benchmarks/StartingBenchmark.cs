using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Benchmarks;

/// <summary>From starting the process to a 200 from <c>/readyz</c>, beside an empty ASP.NET Core app that opens the same file.</summary>
internal static class StartingBenchmark
{
    const int Rounds = 7;

    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        string file;
        await using (var desk = await BenchDesk.Start())
        {
            await BenchCatalogue.Fill(desk, 45_000);
            file = Path.Combine(Path.GetTempPath(), $"incidentdesk-start-{Guid.NewGuid():N}.db");
            using var source = new SqliteConnection($"Data Source={desk.File}");
            source.Open();
            using var copy = source.CreateCommand();
            copy.CommandText = $"VACUUM INTO '{file}'";
            copy.ExecuteNonQuery();
        }
        var (ours, empty) = (new List<double>(), new List<double>());
        for (var i = 0; i <= Rounds; i++)
        {
            var (a, b) = (await Start(typeof(Web.DeskHost).Assembly.Location, $"--ConnectionStrings:Desk=Data Source={file}"), await Start(typeof(StartingBenchmark).Assembly.Location, "empty-app", file));
            // The first round warms the disk cache for both.
            if (i > 0) { ours.Add(a); empty.Add(b); }
        }
        foreach (var leftover in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*")) File.Delete(leftover);
        var (mine, beside) = (Ratio.Median(ours), Ratio.Median(empty));
        return [new("start to /readyz with 45,000 assets", Ratio.Ms(mine), $"empty app on the same file {Ratio.Ms(beside)}", mine / beside, 2)];
    }

    /// <summary>What the other side runs: the smallest host that opens the file and answers.</summary>
    public static async Task EmptyApp(string file, string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM sqlite_master";
        await count.ExecuteScalarAsync();
        app.MapGet("/readyz", () => Results.Text("ready"));
        await app.RunAsync();
    }

    static async Task<double> Start(string assembly, params string[] arguments)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(assembly) };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var argument in (string[])[assembly, .. arguments, .. arguments[0] == "empty-app" ? new[] { url } : ["--urls", url]]) start.ArgumentList.Add(argument);
        using var client = new HttpClient();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!await Answers(client, url))
            {
                if (process.HasExited) throw new InvalidOperationException($"{assembly} ended with {process.ExitCode} before it was ready.");
                await Task.Delay(5);
            }
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    static async Task<bool> Answers(HttpClient client, string url)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"{url}/readyz"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
