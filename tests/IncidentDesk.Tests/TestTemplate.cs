using IncidentDesk.Record;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentDesk.Tests;

/// <summary>
/// What the databases of many tests begin with: filled once in a run, when the first test asks for it, and copied for each.
/// <typeparamref name="T"/> is what a test must know of it.
/// </summary>
/// <param name="fill">Fills the database behind a connection string and has closed it when it returns.</param>
internal sealed class TestTemplate<T>(Func<string, Task<T>> fill)
{
    readonly Lazy<Task<(Func<Task<TestDatabase>> Copy, T Content)>> _made =
        new(() => TestDatabase.IsPostgres ? PostgresTestDatabase.Template(fill) : SqliteTestDatabase.Template(fill));

    /// <summary>A database of the test's own.</summary>
    public async Task<(TestDatabase Database, T Content)> Copy()
    {
        Assert.SkipWhen(TestDatabase.Wanted == "none", "PostgreSQL is not installed here and could not be.");
        var (copy, content) = await _made.Value;
        return (await copy(), content);
    }
}

internal static class TestTemplate
{
    /// <summary>The tables, and nothing in them.</summary>
    public static readonly TestTemplate<bool> Schema = new(async connectionString =>
    {
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory, NullLoggerFactory>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddDesk(connectionString).BuildServiceProvider();
        await services.GetRequiredService<DeskStore>().Open(default);
        return true;
    });
}
