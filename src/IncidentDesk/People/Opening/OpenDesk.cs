using FluentValidation;
using IncidentDesk.People.Events;
using IncidentDesk.People.Inviting;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Opening;

/// <summary>Makes the first administrator of an empty desk and the one-time link with which they set their password.</summary>
[AllowAnyone, AnswerShownOnce]
public sealed record OpenDesk : ICommand<Invitation>
{
    public string Name { get; set; } = "First administrator";
    public string Email { get; set; } = "";
}

public sealed class OpenDeskValidator : AbstractValidator<OpenDesk>
{
    public OpenDeskValidator()
    {
        RuleFor(c => c.Name).PersonName();
        RuleFor(c => c.Email).EmailAddress().When(c => c.Email.Length > 0);
    }
}

/// <summary>The desk has people already; new ones are invited by an administrator.</summary>
public sealed record DeskIsOpen() : Refusal.Rule("Nothing was saved. This desk has people already; ask one of its administrators for an invitation.");

internal sealed class OpenDeskHandler(DeskDb db, Recorder recorder, TimeProvider clock) : IRequestHandler<OpenDesk, Outcome<Invitation>>
{
    public async Task<Outcome<Invitation>> Handle(OpenDesk c, CancellationToken ct)
    {
        if (await db.People.AnyAsync(ct)) return new DeskIsOpen();
        var (person, link) = (Guid.CreateVersion7(clock.GetUtcNow()), OneTimeLink.New());
        var invited = new PersonInvited(person, c.Name.Trim(), c.Email.Trim(), Roles.All, link.Hash, clock.GetUtcNow() + OneTimeLink.GoodFor);
        var position = await recorder.Append(Streams.People, ct, invited);
        return position.Done ? new Invitation(person, link.Secret) : position.Refusal;
    }
}
