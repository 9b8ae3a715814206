namespace IncidentDesk.Record;

/// <summary>What was answered to a key, kept for 24 hours.</summary>
internal sealed record RememberedAnswer(Guid Person, string Key, string Fingerprint, string? Body, DateTimeOffset At);
