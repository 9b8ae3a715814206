using FluentValidation;
using IncidentDesk.People.Events;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Inviting;

/// <summary>Adds a person and makes the one-time link with which they set their password.</summary>
[Allow(Roles.Administrator), AnswerShownOnce]
[Api("/api/people", "Invite a person by a one-time link, which the answer shows once", Makes = "/api/people/{person}")]
public sealed record InvitePerson : ICommand<Invitation>
{
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public Roles Roles { get; set; } = Roles.Responder;
}

/// <param name="Person">Identity of the person.</param>
/// <param name="Secret">The secret of the one-time link; shown once.</param>
public sealed record Invitation(Guid Person, string Secret);

public sealed class InvitePersonValidator : AbstractValidator<InvitePerson>
{
    public InvitePersonValidator()
    {
        RuleFor(c => c.Name).PersonName();
        RuleFor(c => c.Email).NotEmpty().EmailAddress().MaximumLength(254);
        RuleFor(c => c.Roles).SomeRoles();
    }
}

/// <summary>Somebody with this address is on the desk.</summary>
public sealed record AddressTaken(string Email) : Refusal.Rule($"Nothing was saved. {Email} already belongs to a person on this desk.");

internal sealed class InvitePersonHandler(DeskDb db, Recorder recorder, TimeProvider clock)
    : IRequestHandler<InvitePerson, Outcome<Invitation>>
{
    public async Task<Outcome<Invitation>> Handle(InvitePerson c, CancellationToken ct)
    {
        var email = c.Email.Trim().ToLowerInvariant();
        if (await db.People.AnyAsync(p => p.Email == email, ct)) return new AddressTaken(email);
        if (await db.NameTaken(c.Name, Guid.Empty, ct) is { } taken) return taken;
        var (person, link) = (Guid.CreateVersion7(clock.GetUtcNow()), OneTimeLink.New());
        var invited = new PersonInvited(person, c.Name.Trim(), email, c.Roles, link.Hash, clock.GetUtcNow() + OneTimeLink.GoodFor);
        var position = await recorder.Append(Streams.People, ct, invited);
        return position.Done ? new Invitation(person, link.Secret) : position.Refusal;
    }
}
