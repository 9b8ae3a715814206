using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Benchmarks;

/// <summary>
/// 45,000 assets from a CSV into an empty catalogue, from the bytes to the entry in the record, beside bare prepared inserts of the
/// very rows that stand in its tables afterwards. And a million by HTTP into a desk of its own process: how long, and with how much memory.
/// </summary>
internal static class ImportingBenchmark
{
    const int Assets = 45_000, Rounds = 6, Million = 1_000_000;

    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        var (ours, beside) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await using var desk = await BenchDesk.Start();
            ours.Add(await Import(desk));
            beside.Add(Insert(desk));
        }
        // The first round of each pays for compiling, and is no part of it.
        var (median, bare) = (Ratio.Median(ours.Skip(1)), Ratio.Median(beside.Skip(1)));
        return [new("import 45,000 assets from CSV, committed", Ratio.Ms(median),
            $"bare inserts of the same rows {Ratio.Ms(bare)}", median / bare, 2)];
    }

    static async Task<double> Import(BenchDesk desk)
    {
        var (importer, by, csv) = (desk.Services.GetRequiredService<Importer>(),
            await desk.Administrator(), Encoding.UTF8.GetBytes(BenchCatalogue.Csv(Assets)));
        var began = Stopwatch.GetTimestamp();
        var file = await SpooledFile.Take(new MemoryStream(csv), "warehouse.csv");
        var came = await importer.Import(file.Value!, new() { Format = "csv" }, by);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return came.Value is { Added: Assets } ? took
            : throw new InvalidOperationException($"The benchmark did not do what it measures: {came.Refusal?.Why}");
    }

    /// <summary>The same rows into the same tables with the same indexes, in one transaction.</summary>
    static double Insert(BenchDesk desk)
    {
        using var bare = desk.Beside("bare.db");
        Execute(bare, $"ATTACH '{desk.File}' AS desk");
        foreach (var sql in Column(bare,
            "SELECT sql FROM desk.sqlite_master WHERE tbl_name IN ('Assets', 'AssetSightings') AND sql IS NOT NULL ORDER BY type DESC"))
            Execute(bare, sql);
        var tables = new[] { "Assets", "AssetSightings" }.Select(t => (t, Rows(bare, t))).ToList();

        var began = Stopwatch.GetTimestamp();
        using (var transaction = bare.BeginTransaction())
        {
            foreach (var (table, rows) in tables) Insert(bare, transaction, table, rows);
            transaction.Commit();
        }
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    static void Insert(SqliteConnection bare, SqliteTransaction transaction, string table, List<object[]> rows)
    {
        using var insert = bare.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO main.{table} VALUES ({string.Join(", ", rows[0].Select((_, i) => $"@v{i}"))})";
        for (var i = 0; i < rows[0].Length; i++) insert.Parameters.AddWithValue($"@v{i}", null);
        insert.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i];
            insert.ExecuteNonQuery();
        }
    }

    public static async Task<IReadOnlyList<Ratio>> ByTheMillion()
    {
        var folder = Directory.CreateTempSubdirectory("incidentdesk-million-").FullName;
        await using var desk = await DeskProcess.Start(typeof(Web.DeskHost).Assembly.Location,
            $"--ConnectionStrings:Desk=Data Source={Path.Combine(folder, "desk.db")}",
            $"--Setup:ApiToken={BenchDesk.Token}", "--urls", "{url}");
        var began = Stopwatch.GetTimestamp();
        Must(await Send(desk), "added");
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var peak = desk.Peak / 1024.0;
        began = Stopwatch.GetTimestamp();
        Must(await Send(desk), "unchanged");
        var again = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Directory.Delete(folder, recursive: true);
        return
        [
            new("import 1,000,000 assets from CSV", Text($"{seconds:0.0} s"), "60 s", seconds / 60, 1),
            new("the same file again, nothing changed", Text($"{again:0.0} s"), "60 s", again / 60, 1),
            new("1,000,000 assets: memory at its peak", Text($"{peak:0} MB"), "300 MB", peak / 300, 1),
        ];
    }

    static async Task<JsonNode> Send(DeskProcess desk)
    {
        using var client = new HttpClient { BaseAddress = desk.Address, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", BenchDesk.Token);
        using var body = new StringContent(BenchCatalogue.Csv(Million), Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
        using var answer = await client.PostAsync(
            new Uri("/api/assets/imports?format=csv&source=big&complete=true", UriKind.Relative), body);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    static void Must(JsonNode came, string all)
    {
        if ((int?)came[all] != Million) throw new InvalidOperationException($"The benchmark did not do what it measures: {came}");
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static List<object[]> Rows(SqliteConnection connection, string table)
    {
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT * FROM desk.{table}";
        using var reader = select.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    static List<string> Column(SqliteConnection connection, string sql)
    {
        using var select = connection.CreateCommand();
        select.CommandText = sql;
        using var reader = select.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) values.Add(reader.GetString(0));
        return values;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
