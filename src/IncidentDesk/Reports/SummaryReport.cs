using IncidentDesk.Reports.Sections;

namespace IncidentDesk.Reports;

/// <summary>
/// One to four pages for people who decide and were not there: how bad, what is known and
/// what is not, what is being done.
/// </summary>
internal static class SummaryReport
{
    public static IEnumerable<Block> Of(ReportFacts facts) =>
    [
        .. Warnings.Of(facts),
        .. Situation.Of(facts),
        .. Knowledge.Of(facts),
        .. Exposure.Of(facts),
        .. EvidenceOnRecord.Of(facts),
        .. Downstream.Of(facts),
        .. PausesShown.Of(facts),
        .. ReviewsShown.Of(facts),
        .. StatementsMade.Of(facts),
        .. Closing.Of(facts),
        .. Tasks.Of(facts),
        .. LatestEntries.Of(facts),
        .. Checking.Of(facts),
    ];
}
