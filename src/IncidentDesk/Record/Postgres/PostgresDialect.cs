using System.Data;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IncidentDesk.Record.Postgres;

/// <summary>Arrays, LIKE (which minds case there) and COPY.</summary>
internal sealed class PostgresDialect : Dialect
{
    public static readonly PostgresDialect It = new();

    public override object Texts(IEnumerable<string> texts) => texts.ToArray();

    public override string TextsType => "text[]";

    public override string NoTexts => "'{}'";

    public override string Each(string list, string alias) => $"unnest({list}) {alias}(value)";

    public override string Lines(string hash, string alias) =>
        $"(SELECT string_to_table(convert_from(Bytes, 'UTF8'), chr(10)) AS value FROM Attachments WHERE Hash = {hash}) {alias}";

    public override string TextsAsJson(string column) => $"array_to_json({column})::text";

    public override Scan Scan(DeskDb db, string sql, int columns) => new PostgresScan(db.Database.GetDbConnection(), sql, columns);

    public override async Task<IAsyncDisposable> Snapshot(DeskDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return new ReadSnapshot(db, await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct));
    }

    public override async Task Load(DeskDb db, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var begun = connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", ct);
        await (Task)begun; // An awaiter of the driver's own type would load the driver wherever the types of the desk are listed.
        await using var copy = begun.Result;
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var value in row) await copy.WriteAsync(Bulk.Stored(value), ct);
        }
        await copy.CompleteAsync(ct);
    }
}
