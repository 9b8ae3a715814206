namespace IncidentDesk.Pauses.Events;

/// <summary>An event after which an approval to resume, if one stood, stands no more: it was given for something else.</summary>
internal interface IEndsApproval : IAboutPause;

internal static class PauseSentences
{
    public static string Approval(bool ended) => ended ? "; the approval to resume has ended" : "";
}
