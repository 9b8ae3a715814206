using System.Collections.Immutable;

namespace IncidentDesk.Pauses;

/// <summary>It is paused but was seen running, and nobody has shown since that it stopped.</summary>
/// <param name="Sources">Who saw it, those with an entry of their own.</param>
/// <param name="Where">Of the last entry.</param>
/// <param name="FirstSeen">UTC.</param>
/// <param name="LastSeen">UTC, of the last entry; later sightings are counted beside it.</param>
public sealed record PauseAlarm(
    ImmutableArray<string> Sources, string? Where, string? Details, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

/// <summary>That the re-check of that time was missed is on record.</summary>
public sealed record PauseReminder(DateTimeOffset ReviewBy, bool Escalated);
