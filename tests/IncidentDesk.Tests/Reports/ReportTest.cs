using IncidentDesk.Reports;
using IncidentDesk.Tests.Incidents;

namespace IncidentDesk.Tests.Reports;

/// <summary>Asking for reports and reading them as one text.</summary>
public abstract class ReportTest : IncidentTest
{
    protected Task<Outcome<Report>> Ask(int incident, ReportKind kind = ReportKind.Summary,
        DateTimeOffset? asKnownAt = null, Actor? by = null, bool privileged = false) =>
        Read((db, caller) => Service<ReportDesk>().Build(
            db, caller,
            new() { Incident = incident, Kind = kind, Moment = At(asKnownAt), Zone = "Europe/Berlin", Privileged = privileged }), by);

    protected async Task<Report> Report(int incident, ReportKind kind = ReportKind.Summary,
        DateTimeOffset? asKnownAt = null, Actor? by = null, bool privileged = false)
    {
        var outcome = await Ask(incident, kind, asKnownAt, by, privileged);
        Assert.True(outcome.Done, outcome.Refusal?.Why);
        return outcome.Value;
    }

    /// <summary>Everything the report says, block by block, as JSON carries it.</summary>
    protected static string Words(Report report) => Json.Write(report, typeof(Report));

    protected static string Words(Report report, string heading)
    {
        var section = report.Blocks.SkipWhile(b => b is not Block.Heading h || h.Text != heading)
            .Skip(1).TakeWhile(b => b is not Block.Heading { Level: 1 }).ToList();
        Assert.True(section.Count > 0,
            $"There is no section \"{heading}\" in {string.Join(", ", report.Blocks.OfType<Block.Heading>().Select(h => h.Text))}.");
        return Json.Write(section, typeof(List<Block>));
    }
}
