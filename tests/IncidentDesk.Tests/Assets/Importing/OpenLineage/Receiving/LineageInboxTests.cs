using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.OpenLineage.Receiving;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets.Importing.OpenLineage.Receiving;

public sealed class LineageInboxTests : DeskTest
{
    [Fact]
    public async Task What_a_client_was_told_is_taken_stands_in_the_catalogue()
    {
        Assert.Null(await Send(Run("load", ["raw"], ["orders"])));

        Assert.Equal(["hive://h/d.orders", "hive://h/d.raw", "job://n/load"], await Keys());
        var edge = await Read(async (db, _) => await db.AssetEdges.AsNoTracking().SingleAsync());
        var names = await Read(async (db, _) => await db.Assets.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Key));
        Assert.Equal(("hive://h/d.raw", "hive://h/d.orders", "job://n/load"), (names[edge.From], names[edge.To], names[edge.Job]));
        var orders = await Read(async (db, _) => await db.Assets.AsNoTracking().SingleAsync(a => a.Key == "hive://h/d.orders"));
        Assert.Equal((new DateTimeOffset(2026, 6, 12, 3, 0, 0, TimeSpan.Zero), "OpenLineage clients"),
            (orders.LastAccess!.Value, orders.Source));
    }

    [Fact]
    public async Task A_job_that_runs_all_day_changes_nothing_after_its_first_run_of_the_hour_and_leaves_one_entry()
    {
        await Send(Run("load", ["raw"], ["orders"]));
        var before = await Rows();

        for (var minute = 0; minute < 5; minute++) Assert.Null(await Send(Run("load", ["raw"], ["orders"], minute)));

        Assert.Equal(before, await Rows());
        Assert.Equal(
            "Imported assets of OpenLineage clients from events of 2026-06-12 (UTC): 3 added, 0 updated, 0 unchanged, 1 new edges.",
            Assert.Single(await Entries()).Sentence());
        var run = Assert.Single(await Read(async (db, _) => await db.ImportRuns.AsNoTracking().ToListAsync()));
        Assert.Equal((ImportState.Done, 3, 15), (run.State, run.Added, run.Unchanged));
    }

    [Fact]
    public async Task The_next_day_is_another_run_and_an_edge_that_is_new_another_entry()
    {
        await Send(Run("load", ["raw"], ["orders"]));
        Clock.Advance(TimeSpan.FromDays(1));
        await Send(Run("report", ["orders"], ["board"]));

        Assert.Equal(2, await Read(async (db, _) => await db.ImportRuns.CountAsync()));
        Assert.Equal(2, (await Entries()).Count);
    }

    [Fact]
    public async Task Many_at_once_go_together_and_everybody_hears_of_their_own()
    {
        var inbox = Service<LineageInbox>();

        var came = await Task.WhenAll(
            Enumerable.Range(0, 300).Select(i => Task.Run(() => Send(Run($"job{i}", ["raw"], [$"out{i % 50}"])))));

        Assert.All(came, Assert.Null);
        Assert.Equal(1 + 50 + 300, (await Keys()).Count);
        Assert.Equal(300, await Read(async (db, _) => await db.AssetEdges.CountAsync()));
        Assert.True(inbox.Batches < 300, $"{inbox.Batches} batches were written for 300 requests.");
    }

    [Fact]
    public async Task A_dropped_table_is_gone_until_somebody_writes_it_again()
    {
        await Send(Run("load", ["raw"], ["orders"]));
        await Send(Run("drop", [], ["orders"]).Replace(
            "d.orders\"", "d.orders\",\"facets\":{\"lifecycleStateChange\":{\"lifecycleStateChange\":\"DROP\"}}",
            StringComparison.Ordinal));
        Assert.NotNull((await Find("hive://h/d.orders")).GoneAt);

        await Send(Run("load", ["raw"], ["orders"]));
        Assert.Null((await Find("hive://h/d.orders")).GoneAt);
    }

    [Fact]
    public async Task Whoever_may_only_send_lineage_sends_it_and_whoever_may_only_read_does_not()
    {
        var client = Responder with { Limit = Roles.Lineage };
        Assert.True(await Service<LineageInbox>().May(client));
        Assert.Null(await Send(Run("load", ["raw"], ["orders"]), client));

        var reader = Responder with { Limit = Roles.Viewer };
        Assert.False(await Service<LineageInbox>().May(reader));
        Assert.IsType<Refusal.NotFound>(await Send(Run("load", ["raw"], ["other"]), reader));
        Assert.IsType<Refusal.NotFound>(await Send(Run("load", ["raw"], ["other"]), Leader with { Limit = Roles.Lineage }));
        Assert.Equal(3, (await Keys()).Count);
    }

    [Theory]
    [InlineData("""{"eventTime":"x"}""", false, 1, 1)]
    [InlineData("""[{"run":{},"job":{"namespace":"n","name":"j"}},{"hello":1},3]""", true, 3, 2)]
    [InlineData("[]", true, 0, 0)]
    [InlineData("""{"job":{"namespace":"n","name":"j"}}""", false, 1, 0)]
    [InlineData("{\"job\":{\"namespace\":\"n\",\"name\":\"j\"}}\n{\"job\":{\"namespace\":\"n\",\"name\":\"k\"}}", true, 2, 0)]
    public void What_is_no_event_is_named_by_its_place(string body, bool batch, int received, int failed)
    {
        var read = ReceivedEvents.Read(Encoding.UTF8.GetBytes(body)).Value!;

        Assert.Equal((batch, received, failed), (read.IsBatch, read.Received, read.Failed.Count));
    }

    [Fact]
    public void What_is_no_json_is_refused_with_its_place()
    {
        var why = Assert.IsType<Refusal.Invalid>(ReceivedEvents.Read("{\"job\":"u8.ToArray()).Refusal);

        Assert.Contains("line 1", why.Fields["body"][0], StringComparison.Ordinal);
    }

    Task<Refusal?> Send(string events, Actor? by = null) =>
        Service<LineageInbox>().Take(ReceivedEvents.Read(Encoding.UTF8.GetBytes(events)).Value!, by ?? Responder);

    static string Run(string job, string[] inputs, string[] outputs, int minute = 10)
    {
        static string Side(string[] names) => string.Join(',', names.Select(n => $"{{\"namespace\":\"hive://h\",\"name\":\"d.{n}\"}}"));
        return "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-06-12T03:"
            + $"{minute:00}:00Z\",\"run\":{{\"runId\":\"r\"}},\"job\":{{\"namespace\":\"n\",\"name\":\""
            + $"{job}\"}},\"inputs\":[{Side(inputs)}],\"outputs\":[{Side(outputs)}]}}";
    }

    Task<IReadOnlyList<string>> Keys() =>
        Read<IReadOnlyList<string>>(async (db, _) => await db.Assets.AsNoTracking().OrderBy(a => a.Key).Select(a => a.Key).ToListAsync());

    Task<Asset> Find(string key) => Read(async (db, _) => await db.Assets.AsNoTracking().SingleAsync(a => a.Key == key));

    Task<string> Rows() => Read(async (db, _) => System.Text.Json.JsonSerializer.Serialize(
        await db.Assets.AsNoTracking().OrderBy(a => a.Id).ToListAsync(), Json.Options));

    Task<IReadOnlyList<CatalogueImported>> Entries() => Read<IReadOnlyList<CatalogueImported>>(async (db, _) =>
        [.. (await db.Entries.Where(e => e.Stream == Streams.Catalogue).ToListAsync())
            .Select(e => Recorded.From(e).Event).OfType<CatalogueImported>()]);
}
