using System.Data.Common;
using System.Globalization;
using IncidentDesk.Record.Sql;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IncidentDesk.Record.Postgres;

/// <summary>
/// Tells watchers on this node what was committed on others. PostgreSQL delivers a notice once its transaction is durable; what was
/// missed while the line was down is looked up in the record when it is back.
/// </summary>
internal sealed partial class PostgresNotices : IAsyncDisposable
{
    const string Channel = "incidentdesk";
    static readonly TimeSpan BeforeNextTry = TimeSpan.FromSeconds(1);

    /// <summary>More than the clocks of two nodes may differ. What is told twice does no harm.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    readonly string _node = Guid.NewGuid().ToString("N");
    readonly NpgsqlConnectionStringBuilder _listener;
    readonly Watchers _watchers;
    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly CancellationTokenSource _closing = new();
    Task? _listening;
    DateTimeOffset _heard;

    public PostgresNotices(string readers, Watchers watchers, TimeProvider clock, ILogger log)
    {
        // Without a question now and then, a line that was cut silently would look quiet for ever.
        _listener = new(readers) { Pooling = false, KeepAlive = 30 };
        (_watchers, _clock, _log) = (watchers, clock, log);
    }

    public void Start()
    {
        _heard = _clock.GetUtcNow();
        _listening ??= Task.Run(Listen);
    }

    /// <summary>Inside the transaction, so that no commit goes untold and nothing is told that was rolled back.</summary>
    public async Task Tell(DeskDb db, IReadOnlyList<(string Stream, int Position)> appended, CancellationToken ct)
    {
        foreach (var (stream, position) in appended)
            await db.Run("SELECT pg_notify(@channel, @what)", ct, ("@channel", Channel),
                ("@what", string.Create(CultureInfo.InvariantCulture, $"{_node} {position} {stream}")));
    }

    async Task Listen()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await ListenOnce(_closing.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception broken) when (broken is NpgsqlException or IOException or TimeoutException)
            {
                _watchers.IsDeaf = true;
                Deaf(_log, broken.Message);
                await Task.Delay(BeforeNextTry, _closing.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    async Task ListenOnce(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_listener.ConnectionString);
        connection.Notification += (_, notice) => Heard(notice.Payload);
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        await CatchUp(connection, ct);
        _watchers.IsDeaf = false;
        while (true)
        {
            await connection.WaitAsync(ct);
            _heard = _clock.GetUtcNow();
        }
    }

    async Task CatchUp(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var missed = new NpgsqlCommand(
            "SELECT Stream, max(Position) FROM Entries WHERE RecordedAt >= @since GROUP BY Stream", connection);
        missed.Parameters.AddWithValue("@since", (_heard - Overlap).UtcTicks);
        await using var rows = await ((DbCommand)missed).ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) _watchers.Announce(rows.GetString(0), rows.GetInt32(1));
        _heard = _clock.GetUtcNow();
    }

    void Heard(string payload)
    {
        // This node's own are announced by who committed them, without the way through the server.
        if (payload.Split(' ', 3) is [var node, var position, var stream] && node != _node)
            _watchers.Announce(stream, int.Parse(position, CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_listening is not null) await _listening;
        _closing.Dispose();
    }

    [LoggerMessage(2, LogLevel.Warning, "Changes from other nodes are not arriving; they are read when PostgreSQL answers again. {Reason}")]
    static partial void Deaf(ILogger log, string reason);
}
