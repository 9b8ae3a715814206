using FluentValidation;
using IncidentDesk.Incidents.Events;
using IncidentDesk.People;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Overriding;

/// <summary>
/// Agrees that another person gets emergency access. That person becomes a participant; the timeline and the page of the incident say
/// who opened it, who agreed and why.
/// </summary>
[Allow(Overrides.MayOverride), Signs, AnswersOutsiders]
[Api("/api/emergency-access/{request}/agreement", "Agree to another person's request for emergency access")]
public sealed record AgreeToAccess : ICommand<AccessOpened>
{
    public int Request { get; set; }
}

/// <param name="Number">Of the incident that was opened.</param>
/// <param name="Name">Of the person who is a participant now.</param>
public sealed record AccessOpened(int Number, string Name);

public sealed class AgreeToAccessValidator : AbstractValidator<AgreeToAccess>
{
    public AgreeToAccessValidator() => RuleFor(c => c.Request).GreaterThan(0).WithMessage("Name the request.");
}

internal sealed class AgreeToAccessHandler(DeskDb db, Recorder recorder, Call call, TimeProvider clock)
    : IRequestHandler<AgreeToAccess, Outcome<AccessOpened>>
{
    public async Task<Outcome<AccessOpened>> Handle(AgreeToAccess c, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.OpenRequests(now, ct)).FirstOrDefault(r => r.Id == c.Request) is not { } request) return new NoSuchRequest();
        var asks = await db.ActivePerson(request.By, ct);
        if (asks.Value is not { } person || (person.Roles & (Overrides.MayOverride | Roles.Administrator)) == 0) return new NoSuchRequest();
        var agrees = await db.ActivePerson(call.Caller.Id, ct);
        if (await db.MayBeOne(person, agrees.Value!, now, ct)) return new AnotherPersonNeeded(request.Name);
        if (!await IsHidden(request, ct)) return new NothingToOpen(Incident.NameOf(request.Number));

        var agreed = await recorder.Append(Streams.Access, ct, new AccessAgreed(request.Id, request.Number));
        if (!agreed.Done) return agreed.Refusal;
        var opened = await recorder.Append(Streams.Incident(request.Number), ct,
            new EmergencyAccessGiven(person.Id, person.Name, call.Caller.Id, call.Caller.Name, request.Reason));
        return opened.Done ? new AccessOpened(request.Number, person.Name) : opened.Refusal;
    }

    /// <summary>Now that two ask, they may know.</summary>
    async Task<bool> IsHidden(AccessRequest request, CancellationToken ct)
    {
        using var all = db.SeeingAll();
        return await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Number == request.Number, ct) is { } incident
            && incident.Visibility is Visibility.Private && !incident.Participates(request.By);
    }
}

/// <summary>It was never made, was agreed to, or is older than a day.</summary>
public sealed record NoSuchRequest()
    : Refusal.Rule("Nothing was saved. This request was already agreed to, or was made more than 24 hours ago. Ask for a new request.");

/// <summary>Two accounts in one hand are one person.</summary>
public sealed record AnotherPersonNeeded(string Asks)
    : Refusal.Rule($"Nothing was saved. Another person has to agree: not {Asks}, nobody with the same e-mail address, and nobody whose "
        + "account was created or renewed in the last 7 days by the same person.");

public sealed record NothingToOpen(string Incident)
    : Refusal.Rule($"Nothing was saved. There is no private incident {Incident} that this request could open.");
