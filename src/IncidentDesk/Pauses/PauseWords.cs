namespace IncidentDesk.Pauses;

/// <summary>How the thing stops: nothing new begins, what runs may finish, or everything ends at once.</summary>
public enum PauseMode { BlockNew, Drain, Kill }

/// <summary>
/// Where a pause stands. It is in force from ordered until resumed; only resumed and withdrawn are over. Rows hold the number, so
/// what came later stands at the end.
/// </summary>
public enum PauseState { Proposed, Ordered, ResumeApproved, Resumed, Withdrawn, Verified }

/// <summary>Where a condition to resume stands: met with evidence, waived by somebody who answers for it, or open.</summary>
public enum ConditionState { Open, Met, Waived }

/// <summary>
/// What shows that it stopped: somebody looked; sources that must not send kept silent;
/// clients asked and were told to stop.
/// </summary>
public enum VerificationKind { Check, Silence, Asks }

public static class PauseWords
{
    public static string Word(this PauseMode mode) => mode switch
    {
        PauseMode.BlockNew => "block new",
        PauseMode.Drain => "drain",
        _ => "kill",
    };

    /// <summary>What the mode means, for the person who chooses it.</summary>
    public static string Meaning(this PauseMode mode) => mode switch
    {
        PauseMode.BlockNew => "Nothing new starts; what is running continues.",
        PauseMode.Drain => "Nothing new starts; what is running may finish.",
        _ => "Everything stops at once, finished or not.",
    };

    public static string Word(this PauseState state) => state switch
    {
        PauseState.Proposed => "proposed",
        PauseState.Ordered => "ordered",
        PauseState.ResumeApproved => "resume approved",
        PauseState.Resumed => "resumed",
        PauseState.Verified => "verified",
        _ => "withdrawn",
    };

    public static string Word(this ConditionState state) => state switch
    {
        ConditionState.Met => "met",
        ConditionState.Waived => "waived",
        _ => "open",
    };

    public static string Word(this VerificationKind kind) => kind switch
    {
        VerificationKind.Silence => "silence of its sources",
        VerificationKind.Asks => "clients that asked",
        _ => "checked by a person",
    };
}
