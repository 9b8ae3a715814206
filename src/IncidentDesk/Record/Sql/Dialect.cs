using System.Runtime.CompilerServices;
using IncidentDesk.Record.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Record.Sql;

/// <summary>
/// What SQLite and PostgreSQL say differently. All other SQL of the bulk paths is written once and runs on both: parameters as
/// <c>@name</c>, names of tables and columns unquoted (they are lower-case on PostgreSQL), <c>IS DISTINCT FROM</c>, <c>count(*) FILTER</c>.
/// </summary>
internal abstract class Dialect
{
    /// <summary>A list of texts as a parameter or a column holds it: JSON on SQLite, <c>text[]</c> on PostgreSQL.</summary>
    public abstract object Texts(IEnumerable<string> texts);

    /// <summary>The type of a column that holds one.</summary>
    public abstract string TextsType { get; }

    /// <summary>An empty one, as a literal.</summary>
    public abstract string NoTexts { get; }

    /// <summary>For FROM and JOIN: each text of a list (a parameter or a column) as a row, read as <c>alias.value</c>.</summary>
    public abstract string Each(string list, string alias);

    /// <summary>For FROM and JOIN: each line of the attachment with this hash (a parameter) as a row, read as <c>alias.value</c>.</summary>
    public abstract string Lines(string hash, string alias);

    /// <summary>
    /// Puts rows into a table the fast way, <c>COPY</c> on PostgreSQL: values in the order of the columns and of exactly their type
    /// (<c>int</c> for integer, <c>long</c> for bigint, <see cref="Texts"/> for a list). An array may be used again for the next row.
    /// </summary>
    public abstract Task Load(DeskDb db, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken ct);

    /// <summary>
    /// Adds one row by a statement that is prepared once for the connection; values in the order of the
    /// columns, as the model stores them.
    /// </summary>
    public virtual async Task Insert(DeskDb db, string table, string[] columns, object?[] values, CancellationToken ct)
    {
        string[] names = [.. columns.Select((_, i) => $"@p{i}")];
        var insert = db.Command(
            $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", names)})",
            names);
        await insert.Again(values).ExecuteNonQueryAsync(ct);
    }

    /// <summary>A column that holds a list of texts, as JSON.</summary>
    public abstract string TextsAsJson(string column);

    /// <summary>
    /// Reads a query of so many columns row by row at the speed of the database; the connection is
    /// the context's, and must be open.
    /// </summary>
    public abstract Scan Scan(DeskDb db, string sql, int columns);

    /// <summary>Until it is disposed, the context sees the database as it is now; for reading only.</summary>
    public abstract Task<IAsyncDisposable> Snapshot(DeskDb db, CancellationToken ct);

    /// <summary>
    /// For <c>EF.Functions.Like(DeskDb.Lower(text), pattern, "\\")</c>: whatever holds this part, A to Z in either case. What somebody
    /// typed is text: its <c>%</c> and <c>_</c> mean themselves.
    /// </summary>
    public static string Holding(string part) =>
        $"%{Literally(string.Concat(part.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c)))}%";

    protected static string Literally(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>JSON functions, GLOB and prepared statements.</summary>
internal sealed class SqliteDialect : Dialect
{
    public static readonly SqliteDialect It = new();

    /// <summary>By table; they live as long as their connection, the writer's.</summary>
    static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteRows>> Inserts = [];

    public override object Texts(IEnumerable<string> texts) => Json.Write(texts, typeof(IEnumerable<string>));

    public override string TextsType => "text";

    public override string NoTexts => "'[]'";

    public override string Each(string list, string alias) => $"json_each({list}) {alias}";

    /// <summary>Lines hold no control characters, so a line break only separates them.</summary>
    public override string Lines(string hash, string alias) => $"""
        json_each('["' || (SELECT replace(replace(replace(CAST(Bytes AS TEXT), '\', '\\'), '"', '\"'), char(10), '","')
        FROM Attachments WHERE Hash = {hash}) || '"]') {alias}
        """;

    public override string TextsAsJson(string column) => column;

    public override Scan Scan(DeskDb db, string sql, int columns) => new SqliteScan((SqliteConnection)db.Database.GetDbConnection(), sql);

    /// <summary>Deferred: a connection that may not write could not begin any other.</summary>
    public override async Task<IAsyncDisposable> Snapshot(DeskDb db, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null) return ReadSnapshot.Within;
        await db.Database.OpenConnectionAsync(ct);
        return new ReadSnapshot(db, (await db.Database.UseTransactionAsync(
            ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), ct))!);
    }

    public override Task Insert(DeskDb db, string table, string[] columns, object?[] values, CancellationToken ct)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var known = Inserts.GetOrCreateValue(connection);
        if (!known.TryGetValue(table, out var insert)) known.Add(table, insert = new SqliteRows(connection, table, columns));
        insert.Add(values);
        return Task.CompletedTask;
    }

    public override Task Load(DeskDb db, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var insert = new SqliteRows((SqliteConnection)db.Database.GetDbConnection(), table, columns);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            insert.Add(row);
        }
        return Task.CompletedTask;
    }
}
