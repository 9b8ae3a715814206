using FluentValidation;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Numbering;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents;

/// <summary>
/// Opens an incident; whoever notices something may. The same record is the form, the request body and the CLI options.
/// </summary>
[Allow(Roles.All)]
[Api("/api/incidents", "Declare an incident", Makes = "/api/incidents/{number}")]
public sealed record DeclareIncident : ICommand<Declared>
{
    public string Title { get; set; } = "";
    public Severity Severity { get; set; } = Severity.Sev2;
    [Lines]
    public string? Summary { get; set; }
    public IncidentKind Kind { get; set; }
    public Visibility Visibility { get; set; }

    /// <summary>When it began, if that is known; people declare late.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When somebody first noticed.</summary>
    public DateTimeOffset? DetectedAt { get; set; }

    /// <summary>Id of the playbook to take up, or <c>none</c>; without it, the one that matches.</summary>
    public string? Playbook { get; set; }
}

/// <summary>The number by which the incident is known from now on.</summary>
public sealed record Declared(int Number, int Position)
{
    public string Name => Incident.NameOf(Number);
}

public sealed class DeclareIncidentValidator : AbstractValidator<DeclareIncident>
{
    public DeclareIncidentValidator(TimeProvider clock)
    {
        RuleFor(c => c.Title).Title();
        RuleFor(c => c.Severity).IsInEnum();
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Visibility).IsInEnum();
        RuleFor(c => c.Summary).Prose();
        RuleFor(c => c.StartedAt).NotInTheFuture(clock);
        RuleFor(c => c.DetectedAt).NotInTheFuture(clock);
        RuleFor(c => c.Playbook).MaximumLength(100);
    }
}

internal sealed class DeclareIncidentHandler(
    DeskDb db, Recorder recorder, PlaybookShelf shelf, IncidentNumbers numbers, TimeProvider clock)
    : IRequestHandler<DeclareIncident, Outcome<Declared>>
{
    public async Task<Outcome<Declared>> Handle(DeclareIncident c, CancellationToken ct)
    {
        if (c.Visibility is Visibility.Private && !db.Caller.Has(AddParticipant.MayAdd)) return new PrivateToOneself();
        var tasks = shelf.For(c, clock.GetUtcNow());
        if (tasks.Refusal is { } refusal) return refusal;
        var number = await numbers.Next(db, c.Visibility, ct);
        var declared = new IncidentDeclared(
            c.Title.Trim(), c.Severity, c.Kind, c.Visibility, c.Summary.OrNull(), c.StartedAt, c.DetectedAt);
        var position = await recorder.Append(Streams.Incident(number), ct, tasks.Value is { } planned ? [declared, planned] : [declared]);
        return position.Done ? new Declared(number, position.Value) : position.Refusal;
    }
}

/// <summary>A private incident that its declarer alone can see is a report that nobody reads.</summary>
public sealed record PrivateToOneself()
    : Refusal.Rule("Nothing was saved. You cannot add participants, so nobody else would see this private incident. "
        + "Declare it open without the names, or ask a responder to declare it.");
