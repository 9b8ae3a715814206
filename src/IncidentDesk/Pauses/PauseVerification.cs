namespace IncidentDesk.Pauses;

/// <summary>What shows that it really stopped, and who says so.</summary>
/// <param name="Text">What was found.</param>
/// <param name="LookedAt">What was looked at: a system, a log, a room.</param>
/// <param name="Evidence">Where the evidence lies.</param>
/// <param name="EvidenceHash">SHA-256 of it, 64 hexadecimal digits.</param>
/// <param name="From">Start of the period it speaks of, UTC; null for a moment.</param>
/// <param name="To">End of that period, UTC.</param>
/// <param name="At">When it was checked, UTC.</param>
public sealed record PauseVerification(
    VerificationKind Kind, string Text, string? LookedAt, string? Evidence, string? EvidenceHash, DateTimeOffset? From, DateTimeOffset? To,
    string By, DateTimeOffset At, int Position);
