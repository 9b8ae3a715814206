using FluentValidation;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Statements;

/// <summary>Records that a text went out: exactly what was said, where and when. The desk itself sends nothing.</summary>
[Allow(Roles.Comms | Roles.Leadership)]
[Api("/api/incidents/{incident}/statements/{statement}/publications",
    "Record the exact text that was published; nothing is sent")]
public sealed record PublishStatement : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public string Statement { get; set; } = "";
    public int Version { get; set; }

    /// <summary>Where it went out: a press conference, the intranet, a letter.</summary>
    public string Channel { get; set; } = "";

    /// <summary>When it went out, if that is not now.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>What was said, word for word, where it is not the text of the version.</summary>
    [Lines]
    public string? Text { get; set; }
}

public sealed class PublishStatementValidator : AbstractValidator<PublishStatement>
{
    public PublishStatementValidator(TimeProvider clock)
    {
        RuleFor(c => c.Version).GreaterThan(0).WithMessage("Say which version was published.");
        RuleFor(c => c.Channel).NotEmpty().WithMessage("Say where it was published: a press conference, the intranet, a letter.")
            .MaximumLength(200).WithMessage("A channel has at most 200 characters.");
        RuleFor(c => c.PublishedAt).NotInTheFuture(clock);
        RuleFor(c => c.Text).Prose();
    }
}

internal sealed class PublishStatementHandler(DeskDb db, Recorder recorder) : IRequestHandler<PublishStatement, Outcome<Position>>
{
    // Even when closed or merged: a text that went out belongs into the record, whenever that is noticed.
    public Task<Outcome<Position>> Handle(PublishStatement c, CancellationToken ct) => db.DecideStatement(
        recorder, (c.Incident, c.Statement), Accepts.EvenMerged, (incident, statement) => statement.Publish(
            incident.Kind, c.Version, c.Channel.Trim(), string.IsNullOrWhiteSpace(c.Text) ? null : c.Text.Lines(), c.PublishedAt), ct);
}
