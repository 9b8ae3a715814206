using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Door;

/// <summary>
/// Slow work for a command, such as hashing a password: done before its transaction, because meanwhile
/// everybody else would wait for the writer.
/// </summary>
internal interface IPreparation<in TCommand>
{
    /// <summary>May read; leaves its result in the command.</summary>
    Task Prepare(TCommand command, CancellationToken ct);
}

internal sealed class Preparing<TCommand, TOutcome>(IEnumerable<IPreparation<TCommand>> preparations, Seal seal)
    : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : notnull where TOutcome : IRefusable<TOutcome>
{
    public async Task<TOutcome> Handle(TCommand command, CancellationToken ct, RequestHandlerDelegate<TOutcome> next)
    {
        // The keys may have to be made and kept, for which the writer must be free.
        seal.Warm();
        foreach (var preparation in preparations) await preparation.Prepare(command, ct);
        return await next();
    }
}
