using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Door;

/// <summary>
/// Writes down that a command was refused to its sender, and what a handler had to say about signing in; outside the transaction,
/// which a refusal rolls back.
/// </summary>
internal sealed class Auditing<TCommand, TOutcome>(SecurityLog security, Call call) : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    public async Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        var outcome = await next();
        if (call.Told is var (kind, person)) security.Note(kind, person);
        // Not allowed and not there are one answer; what is written down must not tell them apart either.
        if (outcome.Refusal is Refusal.NotFound or Refusal.NotSignedIn && !call.By.IsSystem)
            security.Note(SecurityKind.Refused, call.By.Person, typeof(TCommand).Name, (command as IIncidentCommand)?.Incident);
        return outcome;
    }
}
