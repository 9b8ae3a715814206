using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Benchmarks;

/// <summary>A desk on a file of its own in the temporary folder, served on a free loopback port.</summary>
internal sealed class BenchDesk : IAsyncDisposable
{
    public const string Token = "a-token-for-benchmarks-of-32-characters";
    readonly string _folder;
    readonly WebApplication _app;

    BenchDesk(string folder, WebApplication app) => (_folder, _app) = (folder, app);

    public IServiceProvider Services => _app.Services;
    public string File => Path.Combine(_folder, "desk.db");
    public Uri Address => new(_app.Urls.First());

    /// <param name="store">Where it keeps its record; a SQLite file in its folder when left out.</param>
    public static async Task<BenchDesk> Start(string? store = null)
    {
        var folder = Directory.CreateTempSubdirectory("incidentdesk-bench-").FullName;
        var app = DeskHost.Build(["--environment", "Production"], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Configuration["ConnectionStrings:Desk"] = store ?? $"Data Source={Path.Combine(folder, "desk.db")}";
            builder.Configuration["Setup:ApiToken"] = Token;
        });
        await DeskHost.Open(app);
        await app.StartAsync();
        return new(folder, app);
    }

    /// <summary>The person behind the token.</summary>
    public Task<Actor> Administrator() => Services.GetRequiredService<Desk>()
        .Read(Actor.Nobody, async (db, _) => new Actor((await db.People.FirstAsync()).Id, "benchmark"));

    public HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return client;
    }

    /// <summary>A file beside the desk's, on the same disk, with the same durability.</summary>
    public SqliteConnection Beside(string name) => Bare(Path.Combine(_folder, name));

    public static SqliteConnection Bare(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
