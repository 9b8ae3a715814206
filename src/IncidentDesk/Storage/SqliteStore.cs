using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Storage;

/// <summary>
/// One SQLite file in WAL mode with synchronous=FULL. SQLite has one writer, so commands queue: those that wait run one after
/// the other, each behind its own savepoint, and share one commit and its one flush to disk.
/// </summary>
internal sealed class SqliteStore : DeskStore, IAsyncDisposable
{
    const int MostInOneCommit = 64;

    /// <summary>How many migrations this version knows; a file that has had them all is opened without further questions.</summary>
    internal const int Migrations = 1;
    const string WriterPragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=20000;";

    readonly SqliteConnectionStringBuilder _place;
    readonly string _readers;
    readonly Channel<Pending> _queue = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    readonly Lazy<Task> _draining;
    readonly IServiceScopeFactory _scopes;
    readonly CancellationTokenSource _closing = new();
    bool _mustForget;
    volatile bool _logGrew;

    public SqliteStore(string connectionString, IServiceScopeFactory scopes)
    {
        _place = new(connectionString) { Pooling = true };
        _readers = new SqliteConnectionStringBuilder(_place.ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString;
        _scopes = scopes;
        _draining = new(() => Task.WhenAll(Task.Run(Drain), Task.Run(KeepLogShort)));
    }

    public override string Place => Path.GetFullPath(_place.DataSource);

    /// <summary>Whoever reads gets connections on which SQLite refuses to write: there is no second write path.</summary>
    internal override void Configure(DbContextOptionsBuilder options) =>
#pragma warning disable EF1001 // See PlainConnection.
        options.UseSqlite(_readers).ReplaceService<ISqliteRelationalConnection, PlainConnection>();
#pragma warning restore EF1001

    public override async Task Open(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
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

    public override async Task<bool> IsInUse(CancellationToken ct)
    {
        await using var connection = await Connect(ct);
        return await Ask(connection, "SELECT EXISTS (SELECT 1 FROM People WHERE LinkHash IS NULL)", ct) == 1;
    }

    internal override async Task<T> Write<T>(DeskDb db, Func<Task<(T Result, bool Keep)>> work, CancellationToken ct)
    {
        _ = _draining.Value;
        var pending = new Pending<T>(db, _readers, work, ct);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(pending), this);
        return await pending.Answer;
    }

    async Task Drain()
    {
        await using var connection = await Connect(CancellationToken.None);
        while (await _queue.Reader.WaitToReadAsync())
        {
            var done = new List<Pending>();
            try
            {
                await using var transaction = connection.BeginTransaction(deferred: false);
                while (done.Count < MostInOneCommit && _queue.Reader.TryRead(out var pending))
                {
                    done.Add(pending);
                    await pending.Run(connection, transaction);
                }
                await transaction.CommitAsync();
                _logGrew = true;
                _mustForget |= done.Exists(p => p.Forgets);
                if (_mustForget) await Forget(connection);
                done.ForEach(p => p.Durable());
            }
            catch (Exception broken)
            {
                // The commit itself failed (disk full, file gone): nobody in this batch may believe it was saved.
                done.ForEach(p => p.Failed(broken));
            }
        }
    }

    /// <summary>
    /// Moves what the log holds into the file, beside the writer and once a second. Left to itself, SQLite does so inside every
    /// hundredth commit or so, and whoever sent that command waits for it.
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
                await Run(connection, "PRAGMA wal_checkpoint(PASSIVE)", CancellationToken.None);
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
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_place.ConnectionString) { Pooling = false }.ConnectionString);
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
        _queue.Writer.TryComplete();
        await _closing.CancelAsync();
        if (_draining.IsValueCreated) await _draining.Value;
        SqliteConnection.ClearPool(new SqliteConnection(_readers));
        _closing.Dispose();
    }
}
