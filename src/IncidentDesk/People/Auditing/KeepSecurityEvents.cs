using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Auditing;

/// <summary>Writes down what happened at the door, and deletes what is older than it is kept. Sent by the desk every few seconds.</summary>
[AllowSystem]
public sealed record KeepSecurityEvents : ICommand<int>
{
    internal IReadOnlyList<SecurityEvent> Events { get; init; } = [];
}

public sealed class KeepSecurityEventsValidator : AbstractValidator<KeepSecurityEvents>;

internal sealed class KeepSecurityEventsHandler(DeskDb db, DeskOptions options, TimeProvider clock)
    : IRequestHandler<KeepSecurityEvents, Outcome<int>>
{
    /// <summary>However many days they are kept: a flood must not fill the disk.</summary>
    internal const int MostRows = 500_000;

    public async Task<Outcome<int>> Handle(KeepSecurityEvents c, CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - options.SecurityEventsKept;
        var all = db.SecurityEvents.IgnoreQueryFilters();
        await all.Where(e => e.At < oldest).ExecuteDeleteAsync(ct);
        var beyond = await all.OrderByDescending(e => e.At).Skip(MostRows).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(ct);
        if (beyond is { } full) await all.Where(e => e.At <= full).ExecuteDeleteAsync(ct);
        db.SecurityEvents.AddRange(c.Events);
        await db.Keep(ct);
        return c.Events.Count;
    }
}
