using IncidentDesk.Assets;
using IncidentDesk.Record;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using SQLitePCL;

namespace IncidentDesk.Benchmarks;

/// <summary>
/// Puts the big catalogue into a desk's tables as fast as the database takes rows, past importing. Columns are taken from the
/// model; one that the generator knows nothing of gets null, or nothing of its type.
/// </summary>
internal static class BigCatalogueRows
{
    public static void Fill(
        DeskDb db, SqliteConnection connection, IReadOnlyList<(int From, int To)> edges, int assets = BigCatalogue.Assets)
    {
        var handle = connection.Handle!;
        raw.sqlite3_exec(handle, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; BEGIN");
        Insert(db, handle, typeof(Asset), Enumerable.Range(1, assets).Select(id => (object)BigCatalogue.Asset(id)));
        Insert(db, handle, typeof(AssetEdge), edges.Select(e => (object)new AssetEdge(e.From, e.To)));
        Must(raw.sqlite3_exec(handle, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous=FULL; ANALYZE"), handle);
    }

    static void Insert(DeskDb db, sqlite3 handle, Type type, IEnumerable<object> rows)
    {
        var entity = db.Model.FindEntityType(type)!;
        var columns = entity.GetProperties().Where(p => !p.IsShadowProperty()).ToList();
        var names = string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""));
        var marks = string.Join(", ", columns.Select((_, i) => $"?{i + 1}"));
        // Indexes are made when all rows are there; keeping them in order row by row takes several times as long.
        var indexes = Indexes(handle, entity.GetTableName()!);
        foreach (var (name, _) in indexes) Must(raw.sqlite3_exec(handle, $"DROP INDEX \"{name}\""), handle);
        Must(raw.sqlite3_prepare_v2(handle, $"INSERT INTO \"{entity.GetTableName()}\" ({names}) VALUES ({marks})", out var insert), handle);
        using (insert)
            foreach (var row in rows)
            {
                for (var i = 0; i < columns.Count; i++) Bind(insert, i + 1, Stored(columns[i], row));
                if (raw.sqlite3_step(insert) != raw.SQLITE_DONE) Must(raw.sqlite3_errcode(handle), handle);
                raw.sqlite3_reset(insert);
            }
        foreach (var (_, sql) in indexes) Must(raw.sqlite3_exec(handle, sql), handle);
    }

    /// <summary>The same by <c>COPY</c>, for a desk on PostgreSQL.</summary>
    public static void Fill(
        DeskDb db, NpgsqlConnection connection, IReadOnlyList<(int From, int To)> edges, int assets = BigCatalogue.Assets)
    {
        Copy(db, connection, typeof(Asset), Enumerable.Range(1, assets).Select(id => (object)BigCatalogue.Asset(id)));
        Copy(db, connection, typeof(AssetEdge), edges.Select(e => (object)new AssetEdge(e.From, e.To)));
        using var analyze = new NpgsqlCommand("VACUUM ANALYZE", connection) { CommandTimeout = 0 };
        analyze.ExecuteNonQuery();
    }

    static void Copy(DeskDb db, NpgsqlConnection connection, Type type, IEnumerable<object> rows)
    {
        var entity = db.Model.FindEntityType(type)!;
        var columns = entity.GetProperties().Where(p => !p.IsShadowProperty()).ToList();
        using var copy = connection.BeginBinaryImport(
            $"COPY {entity.GetTableName()} ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""))}) "
                + "FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var column in columns)
                if (Stored(column, row) is { } value) copy.Write(value is IEnumerable<string> texts ? texts.ToArray() : value);
                else copy.WriteNull();
        }
        copy.Complete();
    }

    /// <summary>The value in the form in which the column keeps it.</summary>
    static object? Stored(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row);
        return value is null ? null : column.GetTypeMapping().Converter is { } converter && converter.ProviderClrType != typeof(string[])
            ? converter.ConvertToProvider(value) : value is Enum word ? Convert.ToInt32(word, null) : value;
    }

    static void Bind(sqlite3_stmt insert, int at, object? value)
    {
        switch (value)
        {
            case null: raw.sqlite3_bind_null(insert, at); break;
            case int number: raw.sqlite3_bind_int(insert, at, number); break;
            case long number: raw.sqlite3_bind_int64(insert, at, number); break;
            case bool yes: raw.sqlite3_bind_int(insert, at, yes ? 1 : 0); break;
            case string text: raw.sqlite3_bind_text(insert, at, text); break;
            case byte[] bytes: raw.sqlite3_bind_blob(insert, at, bytes); break;
            default: throw new NotSupportedException($"No way to write a {value.GetType().Name}.");
        }
    }

    static List<(string Name, string Sql)> Indexes(sqlite3 handle, string table)
    {
        var found = new List<(string, string)>();
        raw.sqlite3_prepare_v2(
            handle, $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '{table}'", out var ask);
        using (ask)
            while (raw.sqlite3_step(ask) == raw.SQLITE_ROW)
                found.Add((raw.sqlite3_column_text(ask, 0).utf8_to_string(), raw.sqlite3_column_text(ask, 1).utf8_to_string()));
        return found;
    }

    static void Must(int code, sqlite3 handle)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new InvalidOperationException($"SQLite says {code}: {raw.sqlite3_errmsg(handle).utf8_to_string()}");
    }
}
