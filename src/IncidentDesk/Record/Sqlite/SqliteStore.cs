using System.Data.Common;
using IncidentDesk.Record.Sql;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Record.Sqlite;

/// <summary>One SQLite file in WAL mode with synchronous=FULL: many read while one writes.</summary>
internal sealed class SqliteStore : DeskStore, IAsyncDisposable
{
    internal static readonly int Migrations = MigrationsIn("Sqlite");

    const string WriterPragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; "
        + "PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA cache_size=-24576; "
        + "PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=20000;";
    static readonly string[] Beside = ["-wal", "-shm", "-journal", ".lock"];
    const string EmptyLog = "PRAGMA wal_checkpoint(PASSIVE)";

    readonly SqliteConnectionStringBuilder _place;
    readonly string _readers;
    readonly Writer _writer;
    SqliteConnection? _writing;
    readonly Lazy<Task> _keeping;
    readonly IServiceScopeFactory _scopes;
    readonly CancellationTokenSource _closing = new();
    FileStream? _mine;
    bool _mustForget;
    volatile bool _logGrew, _logNearlyEmpty;

    public SqliteStore(string connectionString, IServiceScopeFactory scopes)
    {
        _place = new(connectionString) { Pooling = true };
        _readers = new SqliteConnectionStringBuilder(_place.ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString;
        _scopes = scopes;
        _writer = new(Begin, Committed);
        _keeping = new(() => Task.Run(KeepLogShort));
    }

    public override string Place => Path.GetFullPath(_place.DataSource);

    public override string KeysFolder => Place + ".keys";

    /// <summary>Whoever reads gets connections on which SQLite refuses to write: there is no second write path.</summary>
    internal override void Configure(DbContextOptionsBuilder options) =>
#pragma warning disable EF1001 // See PlainConnection.
        options.UseSqlite(_readers).ReplaceService<ISqliteRelationalConnection, PlainConnection>()
            .ReplaceService<IMigrationsSqlGenerator, WholeMigrations>();
#pragma warning restore EF1001

    public override async Task Open(CancellationToken ct)
    {
        OwnFiles.Make(Path.GetDirectoryName(Place)!);
        _mine ??= TakePlace();
        // What SQLite puts beside it gets the rights of the file.
        OwnFiles.Claim(Place);
        foreach (var beside in Beside) OwnFiles.Tighten(Place + beside);
        await using var connection = await Connect(ct);
        // Building the model and asking for pending migrations takes longer than everything else at a start.
        if (await Ask(connection, "PRAGMA user_version", ct) == Migrations) return;

        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        db.Database.SetDbConnection(connection);
        await db.Database.MigrateAsync(ct);
        db.Database.SetDbConnection(null);
        db.Database.SetConnectionString(_readers);
        await Run(connection, $"PRAGMA user_version = {Migrations}", ct);
    }

    /// <summary>
    /// One process a file: what this one remembers, of people as of pauses, another would change behind its back. The system gives the
    /// place free when the process ends, however it ends; the file stays, because deleting it would let two take it.
    /// </summary>
    FileStream TakePlace()
    {
        try
        {
            return new(Place + ".lock", OwnFiles.Opening(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new StoreRefusedException($"Another process uses the record in {Place}. Stop that process first, "
                + $"or use PostgreSQL, which several processes can share. ({taken.Message})", taken);
        }
    }

    public override async Task<bool> IsInUse(CancellationToken ct)
    {
        await using var connection = await Connect(ct);
        return await Ask(connection, "SELECT EXISTS (SELECT 1 FROM People WHERE LinkHash IS NULL)", ct) == 1;
    }

    internal override Task<T> Write<T>(DeskDb db, Func<Task<(T Result, bool Keep)>> work, CancellationToken ct)
    {
        _ = _keeping.Value;
        return _writer.Write(new Pending<T>(db, _readers, work, ct));
    }

    async Task<DbTransaction> Begin()
    {
        _writing ??= await Connect(CancellationToken.None);
        if (_logNearlyEmpty)
        {
            _logNearlyEmpty = false;
            await Run(_writing, EmptyLog, CancellationToken.None);
        }
        return _writing.BeginTransaction(deferred: false);
    }

    /// <summary>Before anybody hears that it is saved, what was to be forgotten is.</summary>
    async Task Committed(IReadOnlyList<Pending> batch)
    {
        _logGrew = true;
        _mustForget |= batch.Any(p => p.Forgets);
        if (_mustForget) await Forget(_writing!);
    }

    /// <summary>
    /// Moves what the log holds into the file, beside the writer and once a second. Left to itself, SQLite does so inside every
    /// hundredth commit or so, and whoever sent that command waits for it. What was committed meanwhile, little, the writer moves
    /// itself: only a log with nothing left in it is begun anew, and while commands come without a pause it would grow without end.
    /// </summary>
    async Task KeepLogShort()
    {
        await using var connection = await Connect(CancellationToken.None);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token))
            {
                if (!_logGrew) continue;
                _logGrew = false;
                await Run(connection, EmptyLog, CancellationToken.None);
                _logNearlyEmpty = true;
            }
        }
        catch (OperationCanceledException)
        {
            // The store closes; SQLite empties the log with the last connection.
        }
    }

    /// <summary>
    /// SQLite zeroes what is deleted, but the log beside the file keeps older pages until it is emptied. A reader can hold that
    /// up; then it is tried again after the next commit, and closing the file empties it in any case.
    /// </summary>
    async Task Forget(SqliteConnection connection)
    {
        try
        {
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await using var answer = await checkpoint.ExecuteReaderAsync();
            _mustForget = !await answer.ReadAsync() || answer.GetInt64(0) != 0;
        }
        catch (SqliteException)
        {
            // What was committed stays committed; emptying the log is still owed.
        }
    }

    async Task<SqliteConnection> Connect(CancellationToken ct)
    {
        var connection =
            new SqliteConnection(new SqliteConnectionStringBuilder(_place.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await Run(connection, WriterPragmas, ct);
        return connection;
    }

    static async Task Run(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    static async Task<long> Ask(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        if (_writing is not null) await _writing.DisposeAsync();
        await _closing.CancelAsync();
        if (_keeping.IsValueCreated) await _keeping.Value;
        SqliteConnection.ClearPool(new SqliteConnection(_readers));
        _closing.Dispose();
        if (_mine is not null) await _mine.DisposeAsync();
    }
}
