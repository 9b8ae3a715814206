namespace IncidentDesk.Pauses;

/// <summary>How the thing stops: nothing new begins, what runs may finish, or everything ends at once.</summary>
public enum PauseMode { BlockNew, Drain, Kill }

/// <summary>Where a pause stands. It is in force from ordered until resumed; only resumed and withdrawn are over.</summary>
public enum PauseState { Proposed, Ordered, ResumeApproved, Resumed, Withdrawn }

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
        PauseMode.BlockNew => "Nothing new begins; what runs goes on.",
        PauseMode.Drain => "Nothing new begins; what runs may finish.",
        _ => "Everything stops at once, finished or not.",
    };

    public static string Word(this PauseState state) => state switch
    {
        PauseState.Proposed => "proposed",
        PauseState.Ordered => "ordered",
        PauseState.ResumeApproved => "resume approved",
        PauseState.Resumed => "resumed",
        _ => "withdrawn",
    };
}
