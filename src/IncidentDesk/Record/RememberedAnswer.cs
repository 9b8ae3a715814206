namespace IncidentDesk.Record;

/// <summary>What was answered to a key, kept for 24 hours.</summary>
internal sealed record RememberedAnswer(Guid Person, string Key, string Fingerprint, string? Body, DateTimeOffset At)
{
    /// <summary>The streams of incidents that the request was about, one a line; null when it was about none.</summary>
    public string? About { get; init; }
}
