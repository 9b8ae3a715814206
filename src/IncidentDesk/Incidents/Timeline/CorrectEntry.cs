using FluentValidation;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>Says that an entry was wrong about its text or its time. The entry stays, readers see the correction in its place.</summary>
[Allow(Roles.Responder | Roles.Comms | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/corrections", "Correct the text or the time of an entry")]
public sealed record CorrectEntry : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }

    /// <summary>Of the entry that was wrong; a correction is corrected by correcting its entry again.</summary>
    public int Position { get; set; }

    /// <summary>What it should have said; only for entries that somebody wrote.</summary>
    [Lines]
    public string? Text { get; set; }

    /// <summary>When it really happened.</summary>
    public DateTimeOffset? HappenedAt { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class CorrectEntryValidator : AbstractValidator<CorrectEntry>
{
    public CorrectEntryValidator(TimeProvider clock)
    {
        RuleFor(c => c.Position).GreaterThan(0).WithMessage("Entries are numbered from 1.");
        RuleFor(c => c.Text).Prose();
        RuleFor(c => c.Text).Must((c, text) => text.OrNull() is not null || c.HappenedAt is not null)
            .WithMessage("Give the corrected text, the corrected time, or both.");
        RuleFor(c => c.HappenedAt).NotInTheFuture(clock);
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class CorrectEntryHandler(DeskDb db, Recorder recorder, Call call) : IRequestHandler<CorrectEntry, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(CorrectEntry c, CancellationToken ct)
    {
        var incident = await db.Incident(c.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        var entries = db.Entries.AsNoTracking().Where(e => e.Stream == Streams.Incident(c.Incident))
            .Where(Privilege.Readable(incident.Value, call.Caller));
        var named = await entries.FirstOrDefaultAsync(e => e.Position == c.Position, ct);
        if (named is null) return new NoSuchEntry(c.Incident, c.Position);
        // A correction points at what it corrects; correcting it once more points there, too.
        var original =
            Recorded.From(named).Event is EntryCorrected of ? await entries.FirstAsync(e => e.Position == of.Position, ct) : named;

        var before = await db.Corrections.AsNoTracking()
            .Where(k => k.Incident == c.Incident && k.Of == original.Position).Select(k => k.Position).ToListAsync(ct);
        var corrections = await entries.Where(e => before.Contains(e.Position)).OrderBy(e => e.Position).ToListAsync(ct);
        var said = CorrectedEntry.Of(Recorded.From(original), corrections.Select(Recorded.From));
        return await db.Decide(recorder, c.Incident, Accepts.EvenClosed,
            _ => said.Correct(c.Text.OrNull(), c.HappenedAt, c.Reason.Trim()), ct);
    }
}
