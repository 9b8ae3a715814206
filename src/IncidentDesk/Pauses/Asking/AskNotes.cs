using IncidentDesk.Door;
using IncidentDesk.Due;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Pauses.Asking;

/// <summary>Writes down every few seconds who asked for which pause.</summary>
internal sealed partial class AskNotes(AskLog asked, Desk desk, TimeProvider clock, ILogger<AskNotes> log) : PeriodicNotes(clock, log)
{
    readonly ILogger _log = log;

    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <summary>What was taken out of memory is written whatever happens meanwhile.</summary>
    public override async Task Beat(CancellationToken ct)
    {
        foreach (var (by, command) in asked.Take())
        {
            try
            {
                await desk.Do(command, by, ct: CancellationToken.None);
            }
            catch (Exception broken)
            {
                // Counting must not hold up the answers; what was counted meanwhile is lost.
                Lost(_log, broken);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Who asked for pauses could not be written down")]
    static partial void Lost(ILogger log, Exception broken);
}
