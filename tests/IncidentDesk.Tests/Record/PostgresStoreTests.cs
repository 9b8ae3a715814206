using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.People;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IncidentDesk.Tests.Record;

/// <summary>Several nodes on one database, and a server that goes away in between.</summary>
[Trait("On", "PostgreSQL")]
public sealed class PostgresStoreTests : DeskTest
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [OnPostgresFact]
    public async Task What_one_node_records_wakes_the_watchers_of_another()
    {
        await using var other = await Node();
        var watchers = other.GetRequiredService<Watchers>();
        var (incident, board) = (watchers.Now(Streams.Incident(1)), watchers.Now(Watchers.Everything));

        await Done(new DeclareIncident { Title = "Tables open" });
        var first = await incident.Next.WaitAsync(Patience);
        await Done(new PostUpdate { Incident = 1, Text = "Closed." });

        Assert.Equal((Streams.Incident(1), 1), (first.Stream, first.Position));
        Assert.Equal(2, (await first.Next.WaitAsync(Patience)).Position);
        while (board.Stream != Streams.Incident(1)) board = await board.Next.WaitAsync(Patience);
    }

    [OnPostgresFact]
    public async Task What_is_refused_wakes_nobody()
    {
        await using var other = await Node();
        var watchers = other.GetRequiredService<Watchers>();
        var incident = watchers.Now(Streams.Incident(1));

        Assert.NotNull((await Desk.Do(new DeclareIncident { Title = "" }, Responder)).Refusal);
        Assert.NotNull((await Desk.Do(new PostUpdate { Incident = 1, Text = "Nothing to update." }, Responder)).Refusal);
        await Done(new DeclareIncident { Title = "Tables open" });

        Assert.Equal(1, (await incident.Next.WaitAsync(Patience)).Position);
    }

    [OnPostgresFact]
    public async Task What_was_missed_while_the_line_was_down_is_told_when_it_is_back()
    {
        await using var other = await Node();
        var watchers = other.GetRequiredService<Watchers>();
        var incident = watchers.Now(Streams.Incident(1));
        await Done(new DeclareIncident { Title = "Tables open" });
        var first = await incident.Next.WaitAsync(Patience);

        await End("query LIKE '%max(Position) FROM Entries%'");
        await Done(new PostUpdate { Incident = 1, Text = "Nobody heard this." });

        for (var heard = first; heard.Position < 2;) heard = await heard.Next.WaitAsync(Patience);
    }

    [OnPostgresFact]
    public async Task Nodes_that_write_at_once_give_each_number_once_and_keep_the_chain()
    {
        await using var other = await Node();
        IncidentDesk.Door.Desk[] desks = [Desk, other.GetRequiredService<IncidentDesk.Door.Desk>()];

        var declared = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(n => desks[n % 2].Do(new DeclareIncident { Title = $"Number {n}" }, Responder)));
        await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(n => desks[n % 2].Do(new PostUpdate { Incident = 1, Text = $"Update {n}" }, Responder)));

        Assert.Equal(Enumerable.Range(1, 40), declared.Select(d => d.Value!.Number).Order());
        var record = await Read((db, _) => db.Entries.Where(e => e.Incident == 1).OrderBy(e => e.Position).ToListAsync());
        Assert.Equal(41, Assert.IsType<Verification.Intact>(Verification.Of(record, _ => null)).Entries);
    }

    [OnPostgresFact]
    public async Task What_one_node_takes_away_is_gone_on_the_others_with_the_answer()
    {
        await using var other = await Node();
        var (desk, tokens) = (other.GetRequiredService<IncidentDesk.Door.Desk>(), other.GetRequiredService<TokenMemory>());
        var token = await Done(new IssueToken { Name = "script", Roles = Roles.Responder });
        Assert.NotNull(await tokens.Present(token.Secret, default));
        Assert.True((await desk.Do(new DeclareIncident { Title = "Still a responder" }, Responder)).Done);

        await Done(new RevokeToken { Token = token.Id });
        Assert.Null(await tokens.Present(token.Secret, default));
        await Done(new ChangeRoles { Person = Responder.Person, Roles = Roles.Viewer }, Admin);
        Assert.IsType<Refusal.NotFound>((await desk.Do(new PostUpdate { Incident = 1, Text = "A viewer" }, Responder)).Refusal);
    }

    [OnPostgresFact]
    public async Task The_same_key_sent_to_two_nodes_is_carried_out_once()
    {
        await using var other = await Node();
        var terms = new Terms { Key = "sent-twice" };

        var both = await Task.WhenAll(
            Desk.Do(new DeclareIncident { Title = "Once" }, Responder, terms),
            other.GetRequiredService<IncidentDesk.Door.Desk>().Do(new DeclareIncident { Title = "Once" }, Responder, terms with { }));

        Assert.All(both, outcome => Assert.Equal(1, outcome.Value!.Number));
        Assert.Equal(1, await Read((db, _) => db.Incidents.CountAsync()));
    }

    [OnPostgresFact]
    public async Task A_server_that_was_restarted_costs_no_command()
    {
        await Done(new DeclareIncident { Title = "Before" });

        await End("true");
        NpgsqlConnection.ClearAllPools();

        await Done(new PostUpdate { Incident = 1, Text = "After" });
        Assert.Equal(2, (await TimelineOf(1)).Count);
    }

    [OnPostgresFact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_bring_it_up_to_date_together()
    {
        var empty = PostgresTestServer.Named(await PostgresTestServer.Create());

        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Node(empty)));

        Assert.All(nodes, node => Assert.NotNull(node));
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [OnPostgresFact]
    public async Task A_place_that_cannot_be_used_is_named_with_the_way_out_and_without_the_password()
    {
        var given = new NpgsqlConnectionStringBuilder(TestDatabase.Wanted!) { Password = "not-this-one", Timeout = 60 };

        Assert.Contains("Check Username and Password", await Refusal(given), StringComparison.Ordinal);
        Assert.Contains("Start PostgreSQL", await Refusal(new(TestDatabase.Wanted!) { Port = 1 }), StringComparison.Ordinal);
        Assert.Contains("CREATE DATABASE nowhere",
            await Refusal(new(TestDatabase.Wanted!) { Database = "nowhere" }), StringComparison.Ordinal);
        Assert.DoesNotContain("not-this-one", await Refusal(given), StringComparison.Ordinal);
        Assert.DoesNotContain("Password", Service<DeskStore>().Place, StringComparison.Ordinal);
    }

    async Task<string> Refusal(NpgsqlConnectionStringBuilder place) =>
        (await Assert.ThrowsAsync<StoreRefusedException>(() => Node(place.ConnectionString))).Message;

    /// <summary>Cuts connections of the desk to this test's database, as an operator or a failing network would.</summary>
    async Task End(string which)
    {
        var here = new NpgsqlConnectionStringBuilder(await Read((db, _) => Task.FromResult(db.Database.GetConnectionString()!))).Database;
        await PostgresTestServer.Run(TestDatabase.Wanted!, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            + $"WHERE datname = '{here}' AND application_name = 'IncidentDesk' AND {which}");
    }
}
