using IncidentDesk.Door;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.People.Accounts;

/// <summary>After the start, beside everything else: the first question builds the model, and nobody waits for this one.</summary>
internal sealed partial class SealingAtStart(Door.Desk desk, Seal seal, ILogger<SealingAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (seal.IsNone) return;
        await Task.Yield();
        try
        {
            if (await desk.Read(Actor.Nobody, (db, _) => SealAccounts.Open(db).AnyAsync(stoppingToken), stoppingToken))
                await desk.Do(new SealAccounts(), Actor.System, ct: stoppingToken);
        }
        catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
        {
            // The database is away; keys are sealed at the next start, or when they are written.
            Later(log, broken);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Keys of authenticators could not be sealed and stay in plain text until the next start.")]
    static partial void Later(ILogger log, Exception broken);
}
