using IncidentDesk.Door;
using IncidentDesk.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.Tests.Pauses.Asking;

/// <summary>The database breaks under a running desk, and under one that has not been asked anything yet.</summary>
public sealed class OfrepAwayTests : HostTest
{
    const string Flags = "/ofrep/v1/evaluate/flags";
    static readonly object Context = new { context = new { targetingKey = "etl-1", keys = new[] { "a", "never-given" } } };

    [Fact]
    public async Task Whoever_asks_is_told_what_was_known_or_to_stop_and_never_that_something_broke()
    {
        if (TestDatabase.IsPostgres)
            Assert.Skip("Tables are taken away from SQLite's file; what PostgreSQL does then is the same for whoever asks.");
        await Post(Api, "/api/pauses", new
        {
            key = "a", target = "Capture", scope = "all", mode = "kill",
            reason = "Open", reviewBy = DateTimeOffset.UtcNow.AddDays(1)
        });
        Assert.False((bool)(await Post(Api, $"{Flags}/paused:a", Context)).Body!["value"]!);
        await Break();

        Assert.False((bool)(await Post(Api, $"{Flags}/paused:a", Context)).Body!["value"]!);
        using var asker = Client(Token);
        await using var cold = await Another();
        asker.BaseAddress = new(cold.Urls.First());
        var stop = await Post(asker, $"{Flags}/paused:a", Context);
        Assert.Equal((200, true, "UNKNOWN", true),
            (stop.Status, (bool)stop.Body!["value"]!, (string)stop.Body["reason"]!, (bool)stop.Body["metadata"]!["stale"]!));
        Assert.False((bool)(await Post(asker, $"{Flags}/allowed:a", Context)).Body!["value"]!);
        Assert.Equal("unknown", (string)(await Post(asker, $"{Flags}/pause:a", Context)).Body!["value"]!["state"]!);
        Assert.Equal(404, (await Post(asker, $"{Flags}/discount-banner", Context)).Status);
        var all = await Post(asker, Flags, Context);
        Assert.Equal((200, null), (all.Status, all.Headers.ETag));
        Assert.Null(all.Body!["eventStreams"]);
        Assert.All(all.Body["flags"]!.AsArray(), f => Assert.Equal("UNKNOWN", (string)f!["reason"]!));
    }

    async Task Break()
    {
        // The connections on which the desk reads could only read.
        var place = new SqliteConnectionStringBuilder(await Desk.Read(Actor.Nobody,
            (db, _) => Task.FromResult(db.Database.GetConnectionString()!))) { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        await using var connection = new SqliteConnection(place.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var rename = connection.CreateCommand();
        rename.CommandText = "ALTER TABLE Pauses RENAME TO PausesAway; ALTER TABLE Tokens RENAME TO TokensAway";
        await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
