using IncidentDesk.Door;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Pauses.Sighting;

namespace IncidentDesk.Web.Pauses;

/// <summary>What the desk does about pauses by itself: it writes down counted sightings and records reviews that passed. It lifts nothing.</summary>
internal sealed partial class PauseKeeper(Desk desk, SightingCounter sightings, Readiness readiness, ILogger<PauseKeeper> log) : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Reviews are due to the minute.</summary>
    const int BeatsBetweenReminders = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat);
        for (var beat = 0; await timer.WaitForNextTickAsync(stoppingToken); beat++)
        {
            if (!readiness.IsReady) continue;
            try
            {
                await sightings.Flush(stoppingToken);
                if (beat % BeatsBetweenReminders == 0) await desk.Do(new RemindReviews(), Actor.Nobody, ct: stoppingToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // The database is away; the next beat tries again.
                NotNow(log, broken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sightings and reviews of pauses could not be recorded just now.")]
    static partial void NotNow(ILogger log, Exception broken);
}
