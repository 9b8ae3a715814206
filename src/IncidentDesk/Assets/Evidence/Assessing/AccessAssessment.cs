namespace IncidentDesk.Assets.Evidence.Assessing;

/// <summary>What the evidence on record comes to for one asset; computed, never set by hand.</summary>
public enum AccessAssessment { ToBeDetermined, AccessFound, AccessLikely, NoAccessFound, CannotBeAssessed }

/// <summary>Why nothing firmer can be said.</summary>
public enum Doubt { None, NotSearched, NotCounted, StartUnknown, NoLog, LogsShort, SearchShort }

public static class AccessAssessmentWords
{
    public static string Words(this AccessAssessment access) => access switch
    {
        AccessAssessment.AccessFound => "access found",
        AccessAssessment.AccessLikely => "access likely (estimate)",
        AccessAssessment.NoAccessFound => "no access found, logs complete",
        AccessAssessment.CannotBeAssessed => "cannot be assessed",
        _ => "to be determined",
    };

    /// <summary>The doubt as a sentence about any number of assets.</summary>
    public static string Words(this Doubt doubt) => doubt switch
    {
        Doubt.NotSearched => "No search of the logs is recorded.",
        Doubt.NotCounted => "Logs were searched, but the accesses could not be counted.",
        Doubt.StartUnknown =>
            "A search found nothing, but the start of the exposure is not recorded, so it is not known what the logs would have to cover.",
        Doubt.NoLog => "No log covers any part of the exposure window.",
        Doubt.LogsShort => "A search found nothing, but complete logs cover only part of the exposure window.",
        Doubt.SearchShort => "The logs are complete, but the search covers only part of the exposure window.",
        _ => "",
    };
}
