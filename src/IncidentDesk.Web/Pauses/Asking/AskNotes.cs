using IncidentDesk.Door;
using IncidentDesk.Pauses.Asking;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>Writes down every few seconds who asked for which pause, and once more when the host stops.</summary>
internal sealed partial class AskNotes(AskLog asked, Desk desk, TimeProvider clock, ILogger<AskNotes> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Note();
        }
        catch (OperationCanceledException)
        {
            await Note();
        }
    }

    async Task Note()
    {
        foreach (var (by, command) in asked.Take())
        {
            try
            {
                await desk.Do(command, by);
            }
            catch (Exception broken)
            {
                // Counting must not end the desk, nor hold up the answers; what was counted meanwhile is lost.
                Lost(log, broken);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Who asked for pauses could not be written down")]
    static partial void Lost(ILogger log, Exception broken);
}
