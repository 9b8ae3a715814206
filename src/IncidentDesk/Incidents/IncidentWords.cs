namespace IncidentDesk.Incidents;

/// <summary>Whether it is happening, practised, or written down afterwards; the last two notify nobody.</summary>
public enum IncidentKind { Live, Drill, Backfill }

/// <summary>Private: for its participants only, on every surface.</summary>
public enum Visibility { Open, Private }

public enum IncidentStatus { Declared, Investigating, Contained, Resolved, Closed }

/// <summary>Four times that are told apart because they are rarely the same.</summary>
public enum Milestone { Started, Detected, Declared, Resolved }

public enum IncidentRole { Commander, Deputy, Scribe, Comms, Legal, Privacy, Executive }

/// <summary>What must be done, or waived by a named person with a reason, before an incident can be closed.</summary>
public enum ClosingItem { Containment, AccessReview, NotificationDecisions, FollowUpReports }

public enum Settlement { Open, Done, Waived }

/// <summary>How the words are written inside a sentence.</summary>
public static class IncidentWords
{
    public static string Word(this IncidentStatus status) => status.ToString().ToLowerInvariant();

    public static string Word(this Milestone milestone) => milestone.ToString().ToLowerInvariant();

    public static string Word(this IncidentKind kind) => kind.ToString().ToLowerInvariant();

    public static string Word(this Visibility visibility) => visibility.ToString().ToLowerInvariant();

    public static string Word(this IncidentRole role) => role.ToString().ToLowerInvariant();

    public static string Word(this ClosingItem item) => item switch
    {
        ClosingItem.Containment => "containment",
        ClosingItem.AccessReview => "access review",
        ClosingItem.NotificationDecisions => "notification decisions",
        _ => "follow-up reports",
    };

    public static string Word(this Settlement state) => state.ToString().ToLowerInvariant();

    /// <summary>The item at the start of a sentence.</summary>
    public static string Heading(this ClosingItem item) => item switch
    {
        ClosingItem.Containment => "Containment",
        ClosingItem.AccessReview => "Access review",
        ClosingItem.NotificationDecisions => "Notification decisions",
        _ => "Follow-up reports",
    };
}
