using IncidentDesk.Reports.Sections;

namespace IncidentDesk.Reports;

/// <summary>
/// One to four pages for people who decide and were not there: how bad, what is known and
/// what is not, what is being done.
/// </summary>
internal static class SummaryReport
{
    public static IEnumerable<Block> Of(Known known) =>
    [
        .. Warnings.Of(known),
        .. Standing.Of(known),
        .. Knowledge.Of(known),
        .. Exposure.Of(known),
        .. EvidenceOnRecord.Of(known),
        .. Reaching.Of(known),
        .. PausesTaken.Of(known),
        .. ReviewsShown.Of(known),
        .. StatementsMade.Of(known),
        .. Closing.Of(known),
        .. Tasks.Of(known),
        .. LatestEntries.Of(known),
        .. Checking.Of(known),
    ];
}
