using FluentValidation;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Statements;

/// <summary>Writes a new version; the ones before stay readable.</summary>
[Allow(StatementFile.MayWrite)]
[Api("/api/incidents/{incident}/statements/{statement}/versions", "Write a new version of a statement")]
public sealed record ReviseStatement : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public string Statement { get; set; } = "";
    [Lines]
    public string Text { get; set; } = "";

    /// <summary>What changed and why.</summary>
    [Lines]
    public string? Note { get; set; }

    /// <summary>The version the writer worked on; given, the text of somebody else is never overwritten unseen.</summary>
    public int? After { get; set; }
}

public sealed class ReviseStatementValidator : AbstractValidator<ReviseStatement>
{
    public ReviseStatementValidator()
    {
        RuleFor(c => c.Text).Text();
        RuleFor(c => c.Note).ReasonIfAny();
    }
}

internal sealed class ReviseStatementHandler(DeskDb db, Recorder recorder) : IRequestHandler<ReviseStatement, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ReviseStatement c, CancellationToken ct) => db.DecideStatement(
        recorder, (c.Incident, c.Statement), Accepts.Workable,
        (_, statement) => statement.Revise(c.Text.Lines()!, c.Note.OrNull(), c.After), ct);
}
