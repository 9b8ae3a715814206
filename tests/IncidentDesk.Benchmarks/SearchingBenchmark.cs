using System.Diagnostics;
using System.Globalization;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Benchmarks;

/// <summary>
/// What somebody types while looking for one of a million assets: parts of names as they grow letter by letter, and globs. Ours gives
/// the exact count, the best 50 and all facets; SQLite's FTS5 with its index of trigrams over the same names the count and any 50.
/// </summary>
internal static class SearchingBenchmark
{
    const int Rounds = 9;
    static readonly string[] Words = ["customers", "mci_07.events", "payments_core", "embeddings",
        "db13.internal", "trust.public.consents", "looker", "part_9000", "ranker_51", "Analytics_HR"];
    static readonly string[] Globs =
    [
        "hive://warehouse/mci_*", "*sales*orders*", "s3://lake-raw/*/part_12*", "*_daily_9?????",
        "kafka://events-?/*.sessions.*", "*.public.*_77*", "hive://*hr*transcripts*", "*://*/ads*clicks*", "snowflake://*",
        "*customers*",
    ];

    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        await using var desk = await BenchDesk.Start();
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        using var connection = new SqliteConnection($"Data Source={desk.File};Pooling=false");
        connection.Open();
        BigCatalogueRows.Fill(db, connection, []);
        var (names, loading, memory) = await Load(db);
        using var fts = Indexed(desk);

        var typed = Words.SelectMany(w => Enumerable.Range(2, w.Length - 1).Select(n => w[..n])).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A million names: read in {loading:0} ms, {memory / 1e6:0} MB."));
        return [.. Measure("part of a name", typed, names, fts), .. Measure("glob", Globs, names, fts)];
    }

    static IEnumerable<Ratio> Measure(string what, string[] queries, NameSnapshot names, SqliteConnection fts)
    {
        var (ours, beside) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
            foreach (var query in queries)
            {
                var (count, took) = Timed(() => names.Find(new AssetFilter { Q = query }, null, null, 50, facets: true).Count);
                if (round > 0) ours.Add(took);
                // Trigrams know nothing of two letters, and a round of them takes as long as all of ours.
                if (query.Length < 3 || round > 1) continue;
                var (found, waited) = Timed(() => Fts(fts, query));
                if (query.Contains('_', StringComparison.Ordinal) ? found < count : found != count)
                    throw new InvalidOperationException($"{query}: {count} here, {found} by FTS5.");
                if (round == 1) beside.Add(waited);
            }
        var (p95, other) = (P95(ours), P95(beside));
        yield return new($"search 1,000,000 names, {what}: p95", Ratio.Ms(p95), $"25 ms; FTS5 trigram {Ratio.Ms(other)}", p95 / 25, 1);
    }

    static async Task<(NameSnapshot, double Loading, long Memory)> Load(DeskDb db)
    {
        using var first = new CatalogueNames(new RegisterReviews(TimeProvider.System));
        await first.Now(db, default);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var catalogue = new CatalogueNames(new RegisterReviews(TimeProvider.System));
        var began = Stopwatch.GetTimestamp();
        var names = await catalogue.Now(db, default);
        return (names, Stopwatch.GetElapsedTime(began).TotalMilliseconds, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    static SqliteConnection Indexed(BenchDesk desk)
    {
        var fts = desk.Beside("fts.db");
        Execute(fts, $"ATTACH '{desk.File}' AS desk; CREATE VIRTUAL TABLE names USING fts5(key, tokenize = 'trigram'); INSERT "
            + "INTO names (rowid, key) SELECT Id, Key FROM desk.Assets; INSERT INTO names (names) VALUES ('optimize')");
        return fts;
    }

    /// <summary>By LIKE without ESCAPE, as only that uses the index; an underscore is then any letter, and more may be found.</summary>
    static int Fts(SqliteConnection fts, string query)
    {
        var like = query.Replace('*', '%').Replace('?', '_');
        using var ask = fts.CreateCommand();
        ask.CommandText = "SELECT count(*) FROM names WHERE key LIKE @like; SELECT key FROM names WHERE key LIKE @like LIMIT 50";
        ask.Parameters.AddWithValue("@like", query.AsSpan().ContainsAny('*', '?') ? like : $"%{like}%");
        using var answer = ask.ExecuteReader();
        answer.Read();
        var count = answer.GetInt32(0);
        answer.NextResult();
        while (answer.Read()) GC.KeepAlive(answer.GetString(0));
        return count;
    }

    static (int Count, double Took) Timed(Func<int> work)
    {
        var began = Stopwatch.GetTimestamp();
        return (work(), Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    static double P95(List<double> values) => values.Order().ElementAt(values.Count * 95 / 100);

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
