using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IncidentDesk.Record.Postgres;

/// <summary>
/// A PostgreSQL database, which several nodes may share. Commands take turns there as they do on SQLite: who writes holds the
/// desk's advisory lock until its transaction ends, so every rule that was true when it was asked is true when it is committed.
/// What is awaited here is of general types: an awaiter of the driver's own would load the driver into a desk on SQLite.
/// </summary>
internal sealed class PostgresStore : DeskStore, IAsyncDisposable
{
    internal static readonly int Migrations = MigrationsIn("Postgres");

    /// <summary>The writer's turn, and the turn to migrate. Advisory locks belong to one database; the numbers spell "desk".</summary>
    const long WriterLock = 0x6465736B_01, MigrationLock = 0x6465736B_02;

    /// <summary>A node that hangs in the middle of a command must not hold up the others for ever.</summary>
    const string WriterSettings = """
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
        SET idle_in_transaction_session_timeout = '60s';
        SET default_transaction_isolation = 'read committed';
        """;

    readonly NpgsqlConnectionStringBuilder _place;
    readonly string _readers;
    readonly IServiceScopeFactory _scopes;
    readonly Writer _writer;
    readonly PostgresNotices _notices;
    DbConnection? _writing;

    public PostgresStore(string connectionString, IServiceScopeFactory scopes,
        Watchers watchers, TimeProvider clock, ILogger<PostgresStore> log)
    {
        _place = PostgresPlace.Read(connectionString);
        // Appended, so that it wins over what the operator may have put there.
        _readers = new NpgsqlConnectionStringBuilder(_place.ConnectionString)
        {
            Options = $"{_place.Options} -c default_transaction_read_only=on".Trim()
        }.ConnectionString;
        _scopes = scopes;
        _writer = new(Begin, _ => Task.CompletedTask);
        _notices = new(_readers, watchers, clock, log);
    }

    public override string Place => PostgresPlace.Words(_place);

    internal override bool IsShared => true;

    /// <summary>Whoever reads gets sessions in which PostgreSQL refuses to write: there is no second write path.</summary>
    internal override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(_readers);

    public override async Task Open(CancellationToken ct)
    {
        await using var connection = await Connect(ct);
        if (PostgresPlace.TooOld(((NpgsqlConnection)connection).PostgreSqlVersion) is { } old) throw new StoreRefusedException(old);
        // Building the model and asking for pending migrations takes longer than everything else at a start.
        if (await Applied(connection, ct) != Migrations) await Migrate(connection, ct);
        _notices.Start();
    }

    public override async Task<bool> IsInUse(CancellationToken ct)
    {
        await using var connection = await Connect(ct);
        await using var used = Sql(connection, "SELECT EXISTS (SELECT 1 FROM People WHERE LinkHash IS NULL)");
        return await used.ExecuteScalarAsync(ct) is true;
    }

    internal override Task<T> Write<T>(DeskDb db, Func<Task<(T Result, bool Keep)>> work, CancellationToken ct) =>
        _writer.Write(new Pending<T>(db, _readers, work, ct));

    internal override Task Tell(DeskDb db, IReadOnlyList<(string Stream, int Position)> appended, CancellationToken ct) =>
        _notices.Tell(db, appended, ct);

    /// <summary>Several nodes may start at once; one migrates, and the others find it done.</summary>
    async Task Migrate(DbConnection connection, CancellationToken ct)
    {
        await Run(connection, $"SELECT pg_advisory_lock({MigrationLock})", ct);
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        db.Database.SetDbConnection(connection);
        await db.Database.MigrateAsync(ct);
        db.Database.SetDbConnection(null);
        db.Database.SetConnectionString(_readers);
        await Run(connection, $"SELECT pg_advisory_unlock({MigrationLock})", ct);
    }

    static async Task<long> Applied(DbConnection connection, CancellationToken ct)
    {
        try
        {
            await using var count = Sql(connection, """SELECT count(*) FROM "__EFMigrationsHistory" """);
            return (long)(await count.ExecuteScalarAsync(ct))!;
        }
        catch (PostgresException none) when (none.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return 0;
        }
    }

    /// <summary>The lock comes first: what is read after it holds until the commit, because nobody else writes meanwhile.</summary>
    async Task<DbTransaction> Begin()
    {
        for (var again = _writing is not null; ; again = false)
        {
            try
            {
                if (_writing is { State: not ConnectionState.Open }) await Leave();
                _writing ??= await Connect(CancellationToken.None);
                var transaction = await _writing.BeginTransactionAsync();
                await Run(_writing, $"SELECT pg_advisory_xact_lock({WriterLock})", CancellationToken.None);
                return transaction;
            }
            catch (NpgsqlException)
            {
                // The server was restarted since the last command, and nothing of this one has run yet.
                await Leave();
                if (!again) throw;
            }
        }
    }

    async Task Leave()
    {
        if (_writing is not null) await _writing.DisposeAsync();
        _writing = null;
    }

    async Task<DbConnection> Connect(CancellationToken ct)
    {
        DbConnection connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_place.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await Run(connection, WriterSettings, ct);
            return connection;
        }
        catch (NpgsqlException broken)
        {
            await connection.DisposeAsync();
            if (PostgresPlace.Problem(broken, _place) is { } problem) throw new StoreRefusedException(problem, broken);
            throw;
        }
    }

    static async Task Run(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = Sql(connection, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    static DbCommand Sql(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await _notices.DisposeAsync();
        await _writer.DisposeAsync();
        await Leave();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(_readers));
    }
}
