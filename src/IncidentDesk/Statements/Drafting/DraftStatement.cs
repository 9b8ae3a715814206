using FluentValidation;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using IncidentDesk.Statements.Events;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Statements.Drafting;

/// <summary>Begins a statement: the template of its audience, filled with what is known now.</summary>
[Allow(StatementFile.MayWrite)]
[Api("/api/incidents/{incident}/statements", "Draft a statement from the template of its audience")]
public sealed record DraftStatement : ICommand<Drafted>, IIncidentCommand
{
    public int Incident { get; set; }
    public Audience Audience { get; set; }

    /// <summary>A text of one's own instead of the template's.</summary>
    public string? Text { get; set; }
}

/// <summary>The short number by which the statement is known in its incident.</summary>
public sealed record Drafted(string Statement, int Position);

public sealed class DraftStatementValidator : AbstractValidator<DraftStatement>
{
    public DraftStatementValidator()
    {
        RuleFor(c => c.Audience).IsInEnum();
        RuleFor(c => c.Text).Prose();
    }
}

internal sealed class DraftStatementHandler(DeskDb db, Recorder recorder, StatementTemplates templates, TimeProvider clock)
    : IRequestHandler<DraftStatement, Outcome<Drafted>>
{
    public async Task<Outcome<Drafted>> Handle(DraftStatement c, CancellationToken ct)
    {
        var incident = await db.Incident(c.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        if (incident.Value.MustBeWorkable() is { } refused) return refused;
        var text = await Text(c, incident.Value, ct);
        if (!text.Done) return text.Refusal;
        var id = $"S{await db.Statements.CountAsync(s => s.Incident == c.Incident, ct) + 1}";
        var position = await recorder.Append(Streams.Incident(c.Incident), ct, new StatementDrafted(id, c.Audience, text.Value));
        return position.Done ? new Drafted(id, position.Value) : position.Refusal;
    }

    async Task<Outcome<string>> Text(DraftStatement c, Incident incident, CancellationToken ct)
    {
        if (c.Text.OrNull() is { } own) return own.Lines()!;
        var pauses = await PauseQueries.Of(db, incident.Number, Moment.Now(clock), ct);
        var holdings = await Holdings.Of(db, incident, ct);
        return templates.Render(c.Audience, StatementModel.Of(incident, pauses, holdings, clock.GetUtcNow()));
    }
}
