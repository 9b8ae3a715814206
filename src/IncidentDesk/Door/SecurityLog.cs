using System.Collections.Concurrent;
using IncidentDesk.Record;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Door;

/// <summary>From where a call comes.</summary>
/// <param name="Place">The network address.</param>
/// <param name="Device">Browser and system in a few words; never the whole header, which names its bearer too well.</param>
public sealed record Origin(string Place, string Device)
{
    public static readonly Origin Unknown = new("", "");
}

/// <summary>From where the present call comes; the host knows.</summary>
public delegate Origin ComesFrom();

/// <summary>
/// Security events: each is a line of the log at once, and a row within seconds (<see cref="SecurityEvent"/>). Equal ones in between
/// are one row with a count, so that guessing by the thousand does not fill the table.
/// </summary>
public sealed partial class SecurityLog(TimeProvider clock, ComesFrom from, ILogger<SecurityLog> log)
{
    /// <summary>Different events between two writings; those beyond are in the log alone.</summary>
    const int Most = 1_000;

    ConcurrentDictionary<SecurityEvent, Counted> _events = new();

    /// <param name="kind">What happened.</param>
    /// <param name="person">Whose account it is about, if any.</param>
    /// <param name="what">The name of a command, a token or an export; nothing that was typed.</param>
    /// <param name="incident">Which incident it is about. The log does not name it: a private one is nobody's business there.</param>
    /// <param name="isPrivate">Whether that incident is private. That it was read is then told to its participants only.</param>
    public void Note(SecurityKind kind, Guid? person, string what = "", int? incident = null, bool isPrivate = false)
    {
        var origin = from();
        var level = Level(kind);
        if (kind != SecurityKind.PrivateRead && log.IsEnabled(level))
            Line(log, level, kind, person, what, origin.Place, origin.Device);
        var alike = new SecurityEvent
        {
            Id = default, At = default, Kind = kind, Person = person is { } id && id != Guid.Empty ? id : null, What = what,
            Incident = incident, Private = isPrivate, Place = origin.Place, Device = origin.Device,
        };
        if (_events.Count >= Most && !_events.ContainsKey(alike)) { Beyond(log); return; }
        var now = clock.GetUtcNow();
        _events.AddOrUpdate(alike, _ => new(now, 1), (_, before) => new(now, before.Times + 1));
    }

    /// <summary>What happened since the last time.</summary>
    internal IReadOnlyList<SecurityEvent> Take()
    {
        if (_events.IsEmpty) return [];
        return [.. Interlocked.Exchange(ref _events, new()).Select(e =>
            e.Key with { Id = Guid.CreateVersion7(e.Value.At), At = e.Value.At, Times = e.Value.Times }).OrderBy(e => e.At)];
    }

    static LogLevel Level(SecurityKind kind) => kind is SecurityKind.SignInFailed or SecurityKind.LockedOut or SecurityKind.TokenRefused
        ? LogLevel.Warning : LogLevel.Information;

    sealed record Counted(DateTimeOffset At, int Times);

    [LoggerMessage(EventId = 1, Message = "Security: {Kind}, person {Person}, {What}, from {Place} ({Device})")]
    static partial void Line(ILogger log, LogLevel level, SecurityKind kind, Guid? person, string what, string place, string device);

    [LoggerMessage(2, LogLevel.Warning, "More security events than can be kept; some are in this log alone.")]
    static partial void Beyond(ILogger log);
}
