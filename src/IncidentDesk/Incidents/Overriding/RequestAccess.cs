using FluentValidation;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Overriding;

/// <summary>
/// Asks to become a participant of a private incident that nobody opens to oneself. Another person has to agree; until then the answer
/// is the same whether there is such an incident or not.
/// </summary>
[Allow(Overrides.MayOverride), Signs]
[Api("/api/emergency-access", "Request emergency access to a private incident; another person has to agree",
    Makes = "/api/emergency-access/{id}")]
public sealed record RequestAccess : ICommand<AccessAsked>
{
    public int Number { get; set; }
    public string Reason { get; set; } = "";
}

/// <param name="Id">Under which another person agrees.</param>
/// <param name="Until">Until when they can (UTC).</param>
public sealed record AccessAsked(int Id, DateTimeOffset Until);

public sealed class RequestAccessValidator : AbstractValidator<RequestAccess>
{
    public RequestAccessValidator()
    {
        RuleFor(c => c.Number).GreaterThan(0).WithMessage("Give the number of the incident.");
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class RequestAccessHandler(DeskDb db, Recorder recorder, TimeProvider clock)
    : IRequestHandler<RequestAccess, Outcome<AccessAsked>>
{
    public async Task<Outcome<AccessAsked>> Handle(RequestAccess c, CancellationToken ct)
    {
        if ((await db.Incident(c.Number, ct)).Done) return new CanBeOpened(Incident.NameOf(c.Number));
        var asked = await recorder.Append(Streams.Access, ct, new AccessRequested(c.Number, c.Reason.Trim()));
        return asked.Done ? new AccessAsked(asked.Value, clock.GetUtcNow() + AccessRequest.GoodFor) : asked.Refusal;
    }
}

/// <summary>Whoever sees it needs no emergency.</summary>
public sealed record CanBeOpened(string Incident) : Refusal.Rule($"Nothing was saved. You can already open {Incident}.");
