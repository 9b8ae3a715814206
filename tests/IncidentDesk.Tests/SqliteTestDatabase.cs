using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

[assembly: AssemblyFixture(typeof(IncidentDesk.Tests.SqliteTestTemplates))]

namespace IncidentDesk.Tests;

/// <summary>A file of its own in the temporary folder.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    readonly string _file = Path.Combine(Path.GetTempPath(), $"incidentdesk-{Guid.NewGuid():N}.db");

    static readonly ConcurrentBag<SqliteTestDatabase> Templates = [];

    public override string ConnectionString => $"Data Source={_file}";

    public static async Task<(Func<Task<TestDatabase>>, T)> Template<T>(Func<string, Task<T>> fill)
    {
        var template = new SqliteTestDatabase();
        Templates.Add(template);
        var content = await fill(template.ConnectionString);
        await template.EmptyLog();
        return (() => Task.FromResult<TestDatabase>(template.Copy()), content);
    }

    SqliteTestDatabase Copy()
    {
        var copy = new SqliteTestDatabase();
        File.Copy(_file, copy._file);
        return copy;
    }

    /// <summary>
    /// Only then does the file that is copied hold everything: the desk's readers close after its writer and cannot empty the log.
    /// </summary>
    async Task EmptyLog()
    {
        await using var connection = new SqliteConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await foreach (var answer in Read(connection, "PRAGMA wal_checkpoint(TRUNCATE)")) Assert.Equal(0L, answer[0]);
    }

    internal static async ValueTask DeleteTemplates()
    {
        foreach (var template in Templates) await template.DisposeAsync();
    }

    /// <summary>The file and its log, byte by byte, as somebody with the disk would read them.</summary>
    public override Task<IReadOnlyList<string>> Holding(byte[] text) => Task.FromResult<IReadOnlyList<string>>(
        [.. Files().Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))
            .Where(f => ReadShared(f).AsSpan().IndexOf(text) >= 0).Select(f => Path.GetFileName(f)!)]);

    protected override async IAsyncEnumerable<(string Table, IReadOnlyList<object> Row)> Rows()
    {
        await using var connection = new SqliteConnection($"{ConnectionString};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync();
        await foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type='table'"))
            await foreach (var row in Read(connection, $"SELECT * FROM \"{table[0]}\"")) yield return ((string)table[0], row);
    }

    static async IAsyncEnumerable<object[]> Read(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            // In an order of names: a table that a migration rebuilt has its columns in another one.
            var columns = Enumerable.Range(0, reader.FieldCount).OrderBy(reader.GetName, StringComparer.Ordinal);
            yield return [.. columns.Select(reader.GetValue)];
        }
    }

    string[] Files() => Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*");

    static byte[] ReadShared(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes;
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var leftover in Files()) File.Delete(leftover);
        if (Directory.Exists(_file + ".keys")) Directory.Delete(_file + ".keys", recursive: true);
        return default;
    }
}

/// <summary>Deletes what the databases of a run were copied from when it ends.</summary>
public sealed class SqliteTestTemplates : IAsyncDisposable
{
    public ValueTask DisposeAsync() => SqliteTestDatabase.DeleteTemplates();
}
