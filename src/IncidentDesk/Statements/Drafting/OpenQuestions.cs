using IncidentDesk.Incidents;

namespace IncidentDesk.Statements.Drafting;

/// <summary>What the record itself shows to be unknown. That a question is missing here does not mean that it was answered.</summary>
internal static class OpenQuestions
{
    public static IEnumerable<string> Of(Incident incident, Holdings holdings)
    {
        if (incident.StartedAt is null) yield return "When it began.";
        if (incident.DetectedAt is null) yield return "When it was first noticed.";
        if (holdings.Tally.Total == 0) yield return "Which data is concerned.";
        else
        {
            if (holdings.From is null) yield return "Since when the data could be accessed.";
            if (holdings.To is null) yield return "Whether, and since when, the data can no longer be accessed.";
            if (holdings.Tally.ToBeDetermined > 0) yield return "Whether anyone accessed the data without authorisation.";
            if (holdings.Tally.CannotBeAssessed > 0)
                yield return "For part of the data, whether anyone accessed it; this cannot be assessed.";
        }
        if (incident.StateOf(ClosingItem.AccessReview) is Settlement.Open)
            yield return "The review of who had access, and who used it, is not finished.";
        if (incident.StateOf(ClosingItem.AccessReview) is Settlement.Waived)
            yield return "No review of who had access, and who used it, was carried out.";
    }
}
