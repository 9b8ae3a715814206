using System.Collections.Concurrent;
using System.Text;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(IncidentDesk.Tests.PostgresTestServer))]

namespace IncidentDesk.Tests;

/// <summary>Emptied after its test and used again: a new database for each test would be the slow part of it.</summary>
internal sealed class PostgresTestDatabase(string connectionString, string[] tables) : TestDatabase
{
    static readonly ConcurrentBag<PostgresTestDatabase> Free = [];

    public override string ConnectionString => connectionString;

    public static async Task<PostgresTestDatabase> New(string server) => Free.TryTake(out var free) ? free : await PostgresTestServer.Add(server);

    public override async Task<IReadOnlyList<string>> Holding(byte[] text)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var (table, row) in Rows())
            if (row.Any(v => (v as byte[] ?? Encoding.UTF8.GetBytes(v as string ?? "")).AsSpan().IndexOf(text) >= 0)) found.Add(table);
        return [.. found];
    }

    /// <summary>All tables in one round trip.</summary>
    protected override async IAsyncEnumerable<(string Table, IReadOnlyList<object> Row)> Rows()
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(string.Concat(tables.Select(t => $"SELECT * FROM {t};")), connection);
        await using var reader = await command.ExecuteReaderAsync();
        foreach (var table in tables)
        {
            while (await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                yield return (table, row);
            }
            await reader.NextResultAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await PostgresTestServer.Run(connectionString, $"TRUNCATE {string.Join(", ", tables)} RESTART IDENTITY");
        Free.Add(this);
    }
}

/// <summary>The databases of one run: copies of one that the desk itself has brought up to date. Dropped when the run ends.</summary>
public sealed class PostgresTestServer : IAsyncLifetime
{
    static readonly string Prefix = $"desk_test_{Environment.ProcessId}";
    static readonly Lock Once = new();
    static readonly ConcurrentBag<string> Made = [];
    static string? _server;
    static Task<string[]>? _template;
    static int _last;

    internal static async Task<PostgresTestDatabase> Add(string server)
    {
        lock (Once) (_server, _template) = (server, _template ?? Template(server));
        var tables = await _template;
        return new(await Create(server, $"TEMPLATE {Prefix}_0"), tables);
    }

    internal static async Task Run(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>An empty database of this run, as a connection string.</summary>
    internal static async Task<string> Create(string server, string template = "")
    {
        var name = $"{Prefix}_{Interlocked.Increment(ref _last)}";
        await Run(server, $"CREATE DATABASE {name} {template}");
        Made.Add(name);
        return Named(server, name);
    }

    static async Task<string[]> Template(string server)
    {
        var name = $"{Prefix}_0";
        await Run(server, $"CREATE DATABASE {name}");
        Made.Add(name);
        var connectionString = new NpgsqlConnectionStringBuilder(Named(server, name)) { Pooling = false }.ConnectionString;
        await using (var services = new ServiceCollection().AddSingleton<ILoggerFactory, NullLoggerFactory>().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddDesk(connectionString).BuildServiceProvider())
            await services.GetRequiredService<DeskStore>().Open(default);
        return await Tables(connectionString);
    }

    static async Task<string[]> Tables(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var names = new NpgsqlCommand("SELECT array_agg(relname::text) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE '\\_\\_%'", connection);
        return (string[])(await names.ExecuteScalarAsync())!;
    }

    static string Named(string server, string name) => new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in Made) await Run(_server!, $"DROP DATABASE {name} WITH (FORCE)");
    }
}
