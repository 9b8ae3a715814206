using System.Collections.Concurrent;
using System.Text;
using Npgsql;

[assembly: AssemblyFixture(typeof(IncidentDesk.Tests.PostgresTestServer))]

namespace IncidentDesk.Tests;

/// <summary>Put back to its beginning after its test and used again: a new database for each test would be the slow part of it.</summary>
internal sealed class PostgresTestDatabase(string connectionString, string[] tables, ConcurrentBag<TestDatabase> free) : TestDatabase
{
    public override string ConnectionString => connectionString;

    public static async Task<(Func<Task<TestDatabase>>, T)> Template<T>(Func<string, Task<T>> fill)
    {
        var name = await PostgresTestServer.Create();
        // A template must not be in use when it is copied, so no connection may wait for its next use.
        var template = new NpgsqlConnectionStringBuilder(PostgresTestServer.Named(name)) { Pooling = false }.ConnectionString;
        var content = await fill(template);
        await PostgresTestServer.Run(template, Keep);
        var tables = await PostgresTestServer.Tables(template);
        ConcurrentBag<TestDatabase> free = [];
        return (async () => free.TryTake(out var used) ? used
            : new PostgresTestDatabase(PostgresTestServer.Named(await PostgresTestServer.Create($"TEMPLATE {name}")), tables, free),
            content);
    }

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
                // In an order of names: a column that came back later is the last of its table.
                yield return (table,
                    [.. Enumerable.Range(0, reader.FieldCount).OrderBy(reader.GetName, StringComparer.Ordinal).Select(reader.GetValue)]);
            }
            await reader.NextResultAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await PostgresTestServer.Run(connectionString, "SELECT beginning.again()");
        free.Add(this);
    }

    /// <summary>
    /// Keeps a copy of every row beside the tables, and a function that goes back to it. Truncating a table makes new files for it
    /// and its indexes, which takes longer than deleting the few rows of a test. Tables are kept by name: a migration makes them anew.
    /// </summary>
    const string Keep = """
        CREATE SCHEMA beginning;
        CREATE FUNCTION beginning.tables() RETURNS SETOF regclass LANGUAGE sql AS $$
            SELECT oid::regclass FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE '\_\_%' $$;
        CREATE FUNCTION beginning.again() RETURNS void LANGUAGE plpgsql AS $$
        DECLARE t regclass; kept record;
        BEGIN
            FOR t IN SELECT beginning.tables() LOOP
                IF pg_relation_size(t) > 65536 THEN EXECUTE format('TRUNCATE %s', t);
                ELSE EXECUTE format('DELETE FROM %s', t); END IF;
            END LOOP;
            FOR kept IN SELECT name, was FROM beginning.rows LOOP
                EXECUTE format('INSERT INTO %s OVERRIDING SYSTEM VALUE SELECT * FROM beginning.%I', kept.name, kept.was);
            END LOOP;
            PERFORM setval(s.name, s.last_value, s.is_called) FROM beginning.sequences s;
        END $$;
        CREATE TABLE beginning.rows (name text, was text);
        CREATE TABLE beginning.sequences (name regclass, last_value bigint, is_called boolean);
        DO $$
        DECLARE t regclass; any_row boolean; n int := 0;
        BEGIN
            FOR t IN SELECT beginning.tables() LOOP
                EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s)', t) INTO any_row;
                CONTINUE WHEN NOT any_row;
                n := n + 1;
                EXECUTE format('CREATE TABLE beginning.%I AS TABLE %s', 'rows_' || n, t);
                INSERT INTO beginning.rows VALUES (t::text, 'rows_' || n);
            END LOOP;
            FOR t IN SELECT oid::regclass FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace LOOP
                EXECUTE format('INSERT INTO beginning.sequences SELECT %L::regclass, last_value, is_called FROM %s', t, t);
            END LOOP;
        END $$;
        """;
}

/// <summary>The databases of one run. Dropped when the run ends.</summary>
public sealed class PostgresTestServer : IAsyncLifetime
{
    static readonly ConcurrentBag<string> Made = [];
    static int _last;

    internal static async Task Run(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A new database, by its name.</summary>
    internal static async Task<string> Create(string template = "")
    {
        var name = $"desk_test_{Environment.ProcessId}_{Interlocked.Increment(ref _last)}";
        await Run(TestDatabase.Wanted!, $"CREATE DATABASE {name} {template}");
        Made.Add(name);
        return name;
    }

    internal static string Named(string name) =>
        new NpgsqlConnectionStringBuilder(TestDatabase.Wanted!) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    internal static async Task<string[]> Tables(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var names = new NpgsqlCommand("SELECT array_agg(t::text) FROM beginning.tables() t", connection);
        return (string[])(await names.ExecuteScalarAsync())!;
    }

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in Made) await Run(TestDatabase.Wanted!, $"DROP DATABASE {name} WITH (FORCE)");
    }
}
