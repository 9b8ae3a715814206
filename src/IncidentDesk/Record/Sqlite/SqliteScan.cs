using System.Runtime.InteropServices;
using IncidentDesk.Record.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IncidentDesk.Record.Sqlite;

/// <summary>
/// Steps through a statement by SQLite's own functions. Microsoft.Data.Sqlite takes half a microsecond a row and SQLitePCL a tenth,
/// most of it for counting references to the handle at each call; over ten million rows that is what one waits for.
/// </summary>
internal sealed class SqliteScan : Scan
{
    const int Row = 100, Done = 101, Null = 5;
    readonly sqlite3_stmt _statement;
    readonly sqlite3 _database;
    readonly nint _handle;

    public SqliteScan(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        var code = raw.sqlite3_prepare_v2(_database, sql, out _statement);
        if (code != raw.SQLITE_OK) throw Broken(code);
        // Held by _statement, which lives as long as this.
        _handle = _statement.DangerousGetHandle();
    }

    public override bool Next() => Native.Step(_handle) switch
    {
        Row => true,
        Done => false,
        var code => throw Broken(code),
    };

    public override bool IsNull(int column) => Native.Type(_handle, column) == Null;

    public override int Int(int column) => Native.Int(_handle, column);

    public override long Long(int column) => Native.Long(_handle, column);

    public override ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(_statement, column);

    public override void Dispose() => _statement.Dispose();

    SqliteException Broken(int code) => new(raw.sqlite3_errmsg(_database).utf8_to_string(), code);

    static class Native
    {
        const string Library = "e_sqlite3";

        [DllImport(Library, EntryPoint = "sqlite3_step"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Step(nint statement);

        // These three only look into the row at hand, so the garbage collector need not be told that they are running.
        [DllImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition,
            DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Type(nint statement, int column);

        [DllImport(Library, EntryPoint = "sqlite3_column_int"), SuppressGCTransition,
            DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Int(nint statement, int column);

        [DllImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition,
            DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern long Long(nint statement, int column);
    }
}
