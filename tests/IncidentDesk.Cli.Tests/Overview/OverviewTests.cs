using IncidentDesk.Cli.Tests.Kit;

namespace IncidentDesk.Cli.Tests.Overview;

public sealed class OverviewTests
{
    [Fact]
    public async Task Who_leads_sees_what_is_open_paused_late_new_and_contradictory_in_a_few_lines()
    {
        using var desk = new Stub("""
            {"at":"2026-06-12T03:10:00Z",
             "open":[{"severity":"SEV2","incidents":[{"name":"INC-1","severity":"SEV2","status":"contained","paused":1,"title":"Tables open"}]}],
             "paused":[{"key":"mci","state":"ordered","reviewBy":"2026-06-13T00:00:00Z","target":"The program"}],
             "overdue":[],
             "changed":[{"incident":1,"title":"Tables open","lines":[{"happenedAt":"2026-06-12T03:00:00Z","sentence":"Access is shut."}]}],
             "contradictions":[{"incident":1,"title":"Tables open","sentences":["It was detected before it started."]}]}
            """);

        var said = await CliResult.By(["overview"], http: desk);

        Assert.Equal("""
            As of 12 Jun 2026, 03:10 UTC

            Open:
            name   severity  status     commander  paused  title
            INC-1  SEV2      contained             1       Tables open

            Paused:
            key  state    review by               target
            mci  ordered  13 Jun 2026, 00:00 UTC  The program

            Overdue: nothing.

            Changed in the last 24 hours:
            INC-1 Tables open
              12 Jun 2026, 03:00 UTC  Access is shut.

            Times that contradict each other:
            INC-1 Tables open
              It was detected before it started.

            """.ReplaceLineEndings(
                "\n"), said.Out);
    }
}
