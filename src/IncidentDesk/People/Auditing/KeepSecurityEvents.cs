using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Auditing;

/// <summary>Writes down what happened at the door, and now and then deletes what is older than it is kept. Sent by the desk.</summary>
[AllowSystem]
public sealed record KeepSecurityEvents : ICommand<int>
{
    internal IReadOnlyList<SecurityEvent> Events { get; init; } = [];

    /// <summary>Whether the old ones go, which takes a look at the whole table.</summary>
    internal bool Clears { get; init; }
}

public sealed class KeepSecurityEventsValidator : AbstractValidator<KeepSecurityEvents>;

internal sealed class KeepSecurityEventsHandler(DeskDb db, DeskOptions options, TimeProvider clock)
    : IRequestHandler<KeepSecurityEvents, Outcome<int>>
{
    /// <summary>However many days they are kept: a flood must not fill the disk.</summary>
    internal const int MostRows = 500_000;

    public async Task<Outcome<int>> Handle(KeepSecurityEvents c, CancellationToken ct)
    {
        if (c.Clears) await Clear(ct);
        db.SecurityEvents.AddRange(c.Events);
        await db.Keep(ct);
        return c.Events.Count;
    }

    async Task Clear(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - options.SecurityEventsKept;
        var all = db.SecurityEvents.IgnoreQueryFilters();
        await all.Where(e => e.At < oldest).ExecuteDeleteAsync(ct);
        var beyond = await all.OrderByDescending(e => e.At).Skip(MostRows).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(ct);
        if (beyond is { } full) await all.Where(e => e.At <= full).ExecuteDeleteAsync(ct);
    }
}
