using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Benchmarks;

/// <summary>From starting the process to a 200 from <c>/readyz</c>, beside an empty ASP.NET Core app that opens the same file.</summary>
internal static class StartingBenchmark
{
    const int Rounds = 9;

    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        var file = Path.Combine(Path.GetTempPath(), $"incidentdesk-start-{Guid.NewGuid():N}.db");
        await using (var desk = await BenchDesk.Start())
        {
            await BenchCatalogue.Fill(desk, 45_000);
            using var source = new SqliteConnection($"Data Source={desk.File}");
            source.Open();
            using var copy = source.CreateCommand();
            copy.CommandText = $"VACUUM INTO '{file}'";
            copy.ExecuteNonQuery();
        }
        var (ours, empty) = (new List<double>(), new List<double>());
        for (var i = 0; i <= Rounds; i++)
        {
            var (a, b) = (await Time(
                typeof(Web.DeskHost).Assembly.Location, $"--ConnectionStrings:Desk=Data Source={file}", "--urls",
                "{url}"), await Time(typeof(StartingBenchmark).Assembly.Location, "empty-app", file, "{url}"));
            // The first round warms the disk cache for both.
            if (i > 0) { ours.Add(a); empty.Add(b); }
        }
        foreach (var leftover in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*")) File.Delete(leftover);
        var (mine, beside) = (Ratio.Median(ours), Ratio.Median(empty));
        return [new("start to /readyz with 45,000 assets", Ratio.Ms(mine),
            $"empty app on the same file {Ratio.Ms(beside)}", mine / beside, 2)];
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

    static async Task<double> Time(string assembly, params string[] arguments)
    {
        await using var process = await DeskProcess.Start(assembly, arguments);
        return process.ReadyAfter;
    }
}
