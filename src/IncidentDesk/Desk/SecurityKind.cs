namespace IncidentDesk;

/// <summary>What is written down about the door of the desk. Numbers are stored; add at the end.</summary>
public enum SecurityKind
{
    SignedIn, SignInFailed,

    /// <summary>Not looked at: there were too many attempts before.</summary>
    LockedOut,
    SignedOut,

    /// <summary>A command that its sender may not send, or about something that is not there for them.</summary>
    Refused,

    /// <summary>A token that is unknown, revoked or expired.</summary>
    TokenRefused,
    Exported,

    /// <summary>The first time in an hour that a person reads a private incident.</summary>
    PrivateRead,
}
