using System.Buffers;
using System.Text;
using IncidentDesk.Record.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IncidentDesk.Record.Sqlite;

/// <summary>
/// One insert, prepared once and run for row after row. Straight on SQLite: looking up each parameter by its name again, for each
/// row, takes as long as writing the row.
/// </summary>
internal sealed class SqliteRows : IDisposable
{
    readonly sqlite3 _db;
    readonly sqlite3_stmt _insert;
    byte[] _text = ArrayPool<byte>.Shared.Rent(1024);

    public SqliteRows(SqliteConnection connection, string table, string[] columns)
    {
        _db = connection.Handle!;
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Must(raw.sqlite3_prepare_v2(_db, sql, out _insert));
    }

    /// <summary>Runs inside whatever transaction the connection is in.</summary>
    public void Add(ReadOnlySpan<object?> row)
    {
        for (var i = 0; i < row.Length; i++) Must(Bind(i + 1, Bulk.Stored(row[i])));
        raw.sqlite3_step(_insert);
        // Tells whether the step before it failed, and leaves the statement ready for the next row in any case.
        Must(raw.sqlite3_reset(_insert));
    }

    int Bind(int at, object value) => value switch
    {
        DBNull => raw.sqlite3_bind_null(_insert, at),
        // A span of nothing would become NULL.
        "" => raw.sqlite3_bind_text(_insert, at, ""),
        string text => raw.sqlite3_bind_text(_insert, at, Utf8(text)),
        int number => raw.sqlite3_bind_int64(_insert, at, number),
        long number => raw.sqlite3_bind_int64(_insert, at, number),
        bool yes => raw.sqlite3_bind_int64(_insert, at, yes ? 1 : 0),
        double number => raw.sqlite3_bind_double(_insert, at, number),
        byte[] bytes => bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(_insert, at, 0) : raw.sqlite3_bind_blob(_insert, at, bytes),
        // As the model stores it.
        Guid id => raw.sqlite3_bind_text(_insert, at, Utf8(id.ToString().ToUpperInvariant())),
        _ => throw new NotSupportedException($"{value.GetType().Name} is not loaded in bulk."),
    };

    /// <summary>SQLite copies it before this is used again.</summary>
    ReadOnlySpan<byte> Utf8(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most)
        {
            ArrayPool<byte>.Shared.Return(_text);
            _text = ArrayPool<byte>.Shared.Rent(most);
        }
        return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
    }

    void Must(int code) => SqliteException.ThrowExceptionForRC(code, _db);

    public void Dispose()
    {
        _insert.Dispose();
        ArrayPool<byte>.Shared.Return(_text);
    }
}
