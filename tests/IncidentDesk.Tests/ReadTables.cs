using System.Globalization;
using System.Text;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests;

/// <summary>Every row of every table as text, to compare before and after.</summary>
internal static class ReadTables
{
    /// <summary>Not folds of the record: answers to keys live for a day, accounts hold credentials, the use of a token is no fact.</summary>
    static readonly string[] NotFolded = ["Answers", "Accounts", "TokenUses", "sqlite_sequence", "__EFMigrationsHistory", "__EFMigrationsLock"];

    public static async Task<string> Dump(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync();
        var text = new StringBuilder();
        foreach (var table in (await Rows(connection, "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")).Except(NotFolded))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"== {table}");
            // Row by row in an order of the rows' own: a rebuilt table may lie differently on disk.
            foreach (var row in (await Rows(connection, $"SELECT * FROM \"{table}\"")).Order(StringComparer.Ordinal)) text.AppendLine(row);
        }
        return text.ToString();
    }

    public static async Task MustSurviveRebuilding(IServiceProvider services, string file)
    {
        var before = await Dump(file);
        Assert.Contains("== Entries", before, StringComparison.Ordinal);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        await services.GetRequiredService<DeskStore>().Write(db, async () =>
        {
            var recorder = scope.ServiceProvider.GetRequiredService<Recorder>();
            foreach (var stream in await db.Entries.IgnoreQueryFilters().Select(e => e.Stream).Distinct().ToListAsync())
                await recorder.Rebuild(stream, default);
            return (0, true);
        }, default);
        Assert.Equal(before, await Dump(file));
    }

    static async Task<List<string>> Rows(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Shown(reader.GetValue(i)))));
        return rows;
    }

    static string Shown(object value) => value is byte[] bytes
        ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
