using System.Globalization;
using System.Text;

namespace IncidentDesk.Tests;

/// <summary>
/// The database of one test: a SQLite file; or, when <c>DESK_TEST_STORE</c> says <c>Host=…</c>, a database on that PostgreSQL server.
/// When it says <c>none</c>, the tests are reported as skipped: PostgreSQL was wanted, and there is none.
/// </summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>
    /// Not folds of the record: answers live for a day, accounts and sessions hold credentials, uses of
    /// tokens and leases are no facts, nor is the secret behind numbers.
    /// </summary>
    static readonly string[] NotFolded =
    [
        "Answers", "Accounts", "Sessions", "TokenUses", "PauseAsks", "DueLeases", "NumberKeys",
        "sqlite_sequence", "__EFMigrationsHistory", "__EFMigrationsLock",
    ];

    internal static readonly string? Wanted = Environment.GetEnvironmentVariable("DESK_TEST_STORE");

    public static bool IsPostgres => !string.IsNullOrEmpty(Wanted);

    public abstract string ConnectionString { get; }

    /// <summary>Files (SQLite) or tables (PostgreSQL) in which these bytes stand.</summary>
    public abstract Task<IReadOnlyList<string>> Holding(byte[] text);

    protected abstract IAsyncEnumerable<(string Table, IReadOnlyList<object> Row)> Rows();

    /// <summary>Every row of every table as text, to compare before and after.</summary>
    public async Task<string> Dump()
    {
        var tables = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await foreach (var (table, row) in Rows())
        {
            if (NotFolded.Contains(table, StringComparer.OrdinalIgnoreCase)) continue;
            if (!tables.TryGetValue(table, out var rows)) tables.Add(table, rows = []);
            rows.Add(string.Join('|', row.Select(Shown)));
        }
        var text = new StringBuilder();
        foreach (var (table, rows) in tables)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"== {table}");
            // Row by row in an order of the rows' own: a rebuilt table may lie differently on disk.
            foreach (var row in rows.Order(StringComparer.Ordinal)) text.AppendLine(row);
        }
        return text.ToString();
    }

    static string Shown(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        string[] texts => string.Join(',', texts),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public abstract ValueTask DisposeAsync();
}
