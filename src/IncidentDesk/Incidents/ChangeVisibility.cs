using FluentValidation;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.People;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents;

/// <summary>
/// Hides an incident from everybody but its participants, or opens it to the whole desk. Who declared it stays one of them.
/// </summary>
[Allow(Roles.Responder | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/visibility", "Make an incident private to its participants, or open to everyone")]
public sealed record ChangeVisibility : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public Visibility Visibility { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class ChangeVisibilityValidator : AbstractValidator<ChangeVisibility>
{
    public ChangeVisibilityValidator()
    {
        RuleFor(c => c.Visibility).IsInEnum();
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class ChangeVisibilityHandler(DeskDb db, Recorder recorder, Call call)
    : IRequestHandler<ChangeVisibility, Outcome<Position>>
{
    // Even when closed: what must not be read by everybody must not wait for a status.
    public async Task<Outcome<Position>> Handle(ChangeVisibility c, CancellationToken ct)
    {
        var incident = await db.Incident(c.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        if (incident.Value.MustAccept(Accepts.EvenClosed) is { } standing) return standing;
        var shown = incident.Value.Show(c.Visibility, c.Reason.Trim(), call.Caller);
        if (!shown.Done) return shown.Refusal;
        var kept = await Kept(incident.Value, c.Visibility, ct);
        var appended = await recorder.Append(Streams.Incident(c.Incident), ct, [.. kept, shown.Value]);
        return appended.Done ? new Position(appended.Value) : appended.Refusal;
    }

    /// <summary>Holders of roles are participants already; the declarer may have been removed while it was open.</summary>
    async Task<IReadOnlyList<Fact>> Kept(Incident incident, Visibility to, CancellationToken ct)
    {
        var declarer = await db.Declarer(incident.Number, ct);
        if (to is Visibility.Open || incident.Participates(declarer)) return [];
        return (await db.ActivePerson(declarer, ct)).Value is { } person ? [new ParticipantAdded(person.Id, person.Name)] : [];
    }
}
