using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Door;

/// <summary>One span and one log line a command; never its contents, which may be private.</summary>
internal sealed partial class Tracing<TCommand, TOutcome>(ILogger<Desk> log, Call call) : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    public static readonly ActivitySource Source = new("IncidentDesk");

    public async Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        using var span = Source.StartActivity(typeof(TCommand).Name);
        var began = Stopwatch.GetTimestamp();
        var outcome = await next();
        var came = outcome.Refusal?.GetType().Name ?? "done";
        span?.SetTag("desk.outcome", came);
        Carried(log, typeof(TCommand).Name, came, Stopwatch.GetElapsedTime(began).TotalMilliseconds, call.By.Via);
        return outcome;
    }

    [LoggerMessage(1, LogLevel.Debug, "{Command} {Outcome} in {Milliseconds:0.0} ms via {Via}")]
    static partial void Carried(ILogger log, string command, string outcome, double milliseconds, string via);
}
