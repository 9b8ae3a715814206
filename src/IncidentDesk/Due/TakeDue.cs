using FluentValidation;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Due;

/// <summary>Takes what is due, the oldest first, so that one node does it and no other one at the same time.</summary>
[AllowSystem]
public sealed record TakeDue : ICommand<IReadOnlyList<TakenDue>>
{
    /// <summary>So many at once; who took as many asks again.</summary>
    internal const int Most = 20;

    /// <summary>Those the node can do; another one may run a later version.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
}

/// <param name="Tries">The how manieth time this is.</param>
public sealed record TakenDue(DueItem Due, int Tries);

public sealed class TakeDueValidator : AbstractValidator<TakeDue>;

internal sealed class TakeDueHandler(DeskDb db, TimeProvider clock) : IRequestHandler<TakeDue, Outcome<IReadOnlyList<TakenDue>>>
{
    public async Task<Outcome<IReadOnlyList<TakenDue>>> Handle(TakeDue c, CancellationToken ct)
    {
        using var all = db.SeeingAll();
        var now = clock.GetUtcNow();
        var due = await db.DueNow(c.Kinds, now).OrderBy(d => d.At).ThenBy(d => d.Kind).ThenBy(d => d.Stream).ThenBy(d => d.Key)
            .Take(TakeDue.Most).ToListAsync(ct);
        await db.DueLeases.Where(l => !db.Set<DueItem>().Any(d => d.Kind == l.Kind && d.Stream == l.Stream && d.Key == l.Key))
            .ExecuteDeleteAsync(ct);
        var taken = new List<TakenDue>();
        foreach (var item in due)
        {
            var before = await db.DueLeases.FindAsync([item.Kind, item.Stream, item.Key], ct);
            var lease = DueLease.Of(item, before, now);
            if (before is null) db.DueLeases.Add(lease);
            else db.Entry(before).CurrentValues.SetValues(lease);
            taken.Add(new(item, lease.Tries));
        }
        await db.SaveChangesAsync(ct);
        return taken;
    }
}
