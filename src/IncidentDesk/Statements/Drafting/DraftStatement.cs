using FluentValidation;
using IncidentDesk.Incidents;
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
    [Lines]
    public string? Text { get; set; }

    /// <summary>The template, filled in before the transaction.</summary>
    internal Outcome<string>? Rendered { get; set; }
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

internal sealed class DraftStatementHandler(DeskDb db, Recorder recorder) : IRequestHandler<DraftStatement, Outcome<Drafted>>
{
    public async Task<Outcome<Drafted>> Handle(DraftStatement c, CancellationToken ct)
    {
        var incident = await db.Incident(c.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        if (incident.Value.MustBeWorkable() is { } refused) return refused;
        var text = c.Text.OrNull() is { } own ? own.Lines()! : c.Rendered ?? IncidentFile.Missing(c.Incident);
        if (!text.Done) return text.Refusal;
        var id = $"S{await db.Statements.CountAsync(s => s.Incident == c.Incident, ct) + 1}";
        var position = await recorder.Append(Streams.Incident(c.Incident), ct, new StatementDrafted(id, c.Audience, text.Value));
        return position.Done ? new Drafted(id, position.Value) : position.Refusal;
    }
}
