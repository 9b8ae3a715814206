namespace IncidentDesk.Incidents;

/// <summary>
/// What is known of access by those who should not have had it. Each state but the first two
/// says something else than "no".
/// </summary>
public enum Disclosure { ToBeDetermined, Disclosed, LikelyNoEvidence, NotEvidenceAtHand, CannotBeAssessed }

public static class DisclosureWords
{
    /// <summary>Spelled as the API spells it: <c>likely-no-evidence</c>.</summary>
    public static string Words(this Disclosure disclosure) => disclosure switch
    {
        Disclosure.Disclosed => "disclosed",
        Disclosure.LikelyNoEvidence => "likely disclosed, no evidence",
        Disclosure.NotEvidenceAtHand => "not disclosed, with evidence",
        Disclosure.CannotBeAssessed => "cannot be assessed",
        _ => "to be determined",
    };
}
