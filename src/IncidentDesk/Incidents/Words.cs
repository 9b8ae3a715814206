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
