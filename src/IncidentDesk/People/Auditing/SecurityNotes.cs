using IncidentDesk.Door;
using IncidentDesk.Due;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.People.Auditing;

/// <summary>Writes the security events down every two seconds, and clears the old ones once an hour.</summary>
internal sealed class SecurityNotes(SecurityLog security, Door.Desk desk, TimeProvider clock, ILogger<SecurityNotes> log)
    : PeriodicNotes(clock, log)
{
    static readonly TimeSpan Clearing = TimeSpan.FromHours(1);
    readonly TimeProvider _clock = clock;
    DateTimeOffset _cleared;

    protected override TimeSpan Every => TimeSpan.FromSeconds(2);

    /// <summary>What could not be written is in the log of the process.</summary>
    public override async Task Beat(CancellationToken ct)
    {
        var (events, now) = (security.Take(), _clock.GetUtcNow());
        var clears = now - _cleared >= Clearing;
        if (events.Count == 0 && !clears) return;
        await desk.Do(new KeepSecurityEvents { Events = events, Clears = clears }, Actor.System, ct: CancellationToken.None);
        if (clears) _cleared = now;
    }
}
