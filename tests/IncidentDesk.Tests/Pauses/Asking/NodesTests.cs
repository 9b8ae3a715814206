using System.Diagnostics;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IncidentDesk.Tests.Pauses.Asking;

/// <summary>Machines may ask any node; what one of them records the others serve within a second.</summary>
[Trait("On", "PostgreSQL")]
public sealed class NodesTests : PauseTest
{
    static readonly TimeSpan Promised = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromMinutes(2);

    [OnPostgresFact]
    public async Task An_order_and_its_end_are_served_on_every_node_within_a_second()
    {
        await using var one = await Node();
        await using var two = await Node();
        PauseRegister[] registers =
            [Service<PauseRegister>(), one.GetRequiredService<PauseRegister>(), two.GetRequiredService<PauseRegister>()];
        foreach (var register in registers) Assert.Empty((await register.Now()).ByKey);
        await Done(Proposal());
        await Met();

        await Done(new OrderPause { Key = Key });
        foreach (var register in registers)
            Assert.InRange(await Until(register, p => p.Stops(Clock.GetUtcNow())), TimeSpan.Zero, Promised);

        await Done(new ApproveResume { Key = Key, Reason = "Fixed" });
        await Done(new ResumePause { Key = Key }, Second);
        foreach (var register in registers)
            Assert.InRange(await Until(register, p => !p.Stops(Clock.GetUtcNow())), TimeSpan.Zero, Promised);
        Assert.Single((await Task.WhenAll(registers.Select(async r => (await r.Now()).VersionAt(Clock.GetUtcNow())))).Distinct());
    }

    [OnPostgresFact]
    public async Task A_node_that_hears_nothing_of_the_others_says_so_and_catches_up()
    {
        await using var other = await Node();
        var register = other.GetRequiredService<PauseRegister>();
        await Ordered();
        await Until(register, p => p.Stops(Clock.GetUtcNow()));

        await Cut();
        var silent = Stopwatch.GetTimestamp();
        PauseSnapshot known;
        do known = await register.Now(); while (!known.IsStale && Stopwatch.GetElapsedTime(silent) < Patience);
        Assert.True(known.IsStale && known.ByKey[Key].Stops(Clock.GetUtcNow()));
        await Done(new ExtendPause { Key = Key, ReviewBy = Now.AddDays(5), Reason = "Weekend" });

        await Until(register, p => p.ReviewBy == Now.AddDays(5));
        Assert.False((await register.Now()).IsStale);
    }

    static async Task<TimeSpan> Until(PauseRegister register, Func<AskedPause, bool> known)
    {
        var began = Stopwatch.GetTimestamp();
        while (!((await register.Now()).ByKey.GetValueOrDefault(Key) is { } pause && known(pause)))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "The other node never said so.");
            await Task.Yield();
        }
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>
    /// Ends the lines on which nodes listen to each other, told by the last they asked
    /// there, as a failing network would.
    /// </summary>
    async Task Cut()
    {
        var here = new NpgsqlConnectionStringBuilder(await Read((db, _) => Task.FromResult(db.Database.GetConnectionString()!))).Database;
        await PostgresTestServer.Run(TestDatabase.Wanted!,
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{here}' "
                + "AND application_name = 'IncidentDesk' AND query LIKE '%max(Position) FROM Entries%'");
    }
}
