using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Door;

/// <summary>
/// Everything behind this point runs inside one transaction. A refusal rolls it back; watchers hear of it once it is durable.
/// </summary>
internal sealed class Committing<TCommand, TOutcome>(DeskStore store, DeskDb db, Call call, Watchers watchers)
    : IPipelineBehavior<TCommand, TOutcome> where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    public async Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        var outcome = await store.Write(db, async () =>
        {
            var result = await next();
            if (result.Refusal is null) await store.Tell(db, call.Appended, ct);
            return (result, Keep: result.Refusal is null or IRemembered);
        }, ct);
        if (outcome.Refusal is null)
            foreach (var (stream, position) in call.Appended) watchers.Announce(stream, position);
        return outcome;
    }
}
