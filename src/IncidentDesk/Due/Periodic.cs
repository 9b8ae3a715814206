using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Due;

/// <summary>What the desk does every few seconds, by the clock it is given. A beat that fails is logged, and the next one comes.</summary>
internal abstract partial class Periodic(TimeProvider clock, ILogger log) : BackgroundService
{
    protected abstract TimeSpan Every { get; }

    public abstract Task Beat(CancellationToken ct);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Every, clock, stoppingToken);
            await Try(stoppingToken);
        }
    }

    protected async Task Try(CancellationToken ct)
    {
        try
        {
            await Beat(ct);
        }
        catch (Exception broken) when (!ct.IsCancellationRequested)
        {
            // The database is away, or something unforeseen; neither may end the desk.
            NotNow(log, GetType().Name, broken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} could not do its work just now; it tries again.")]
    static partial void NotNow(ILogger log, string what, Exception broken);
}

/// <summary>Writes down what was counted in memory, and once more when the host stops.</summary>
internal abstract class PeriodicNotes(TimeProvider clock, ILogger log) : Periodic(clock, log)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Try(CancellationToken.None);
    }
}
