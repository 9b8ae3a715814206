using FluentValidation;
using IncidentDesk.Door;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.SigningIn;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Inviting;

/// <summary>Uses up a one-time link: its holder sets a password, the first administrator also a name and an address.</summary>
[AllowAnyone, AnswerShownOnce]
public sealed record AcceptInvitation : ICommand<Admission>
{
    /// <summary>The secret from the link.</summary>
    public Secret Secret { get; set; } = Secret.None;
    public string? Name { get; set; }

    /// <summary>For the first administrator only; everybody else's is known.</summary>
    public string? Email { get; set; }
    public Secret Password { get; set; } = Secret.None;

    /// <summary>IANA name of the zone in which they read local times.</summary>
    public string Zone { get; set; } = "Etc/UTC";

    internal string? PasswordHash { get; set; }
}

public sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator()
    {
        RuleFor(c => c.Secret).Must(s => s is { Value.Length: > 0 }).WithMessage("Open the link that you were given.");
        RuleFor(c => c.Name!).PersonName().When(c => c.Name is not null);
        RuleFor(c => c.Email).EmailAddress().WithMessage("This is not an e-mail address.").MaximumLength(254);
        RuleFor(c => c.Password).NewPassword();
        RuleFor(c => c.Zone).Zone();
    }
}

internal sealed class AcceptInvitationPreparation(DeskDb db) : IPreparation<AcceptInvitation>
{
    public async Task Prepare(AcceptInvitation c, CancellationToken ct)
    {
        var link = OneTimeLink.HashOf(c.Secret.Value);
        // Whoever holds no link makes the desk do no work.
        c.PasswordHash = await db.People.AnyAsync(p => p.LinkHash == link, ct) ? Passwords.Hash(c.Password) : null;
    }
}

internal sealed class AcceptInvitationHandler(DeskDb db, Recorder recorder, Call call, TimeProvider clock)
    : IRequestHandler<AcceptInvitation, Outcome<Admission>>
{
    public async Task<Outcome<Admission>> Handle(AcceptInvitation c, CancellationToken ct)
    {
        var (link, email, now) = (OneTimeLink.HashOf(c.Secret.Value), c.Email.OrNull()?.ToLowerInvariant(), clock.GetUtcNow());
        var person = await db.People.FirstOrDefaultAsync(p => p.LinkHash == link, ct);
        if (person is null || c.PasswordHash is null) return new Person.LinkSpent();
        if (email is not null && await db.People.AnyAsync(p => p.Email == email && p.Id != person.Id, ct)) return new AddressTaken(email);
        if (c.Name.OrNull() is { } name && await db.NameTaken(name, person.Id, ct) is { } taken) return taken;
        var accepted = person.Accept(c.Name.OrNull(), email, c.Zone, now);
        if (!accepted.Done) return accepted.Refusal;
        if (Passwords.Objection(c.Password, c.Name.OrNull() ?? person.Name, email ?? person.Email) is { } objection)
            return Refusal.Invalid.Field("password", objection);

        // The link proves who this is, so the entry is theirs.
        call.Caller = new(person.Id, c.Name.OrNull() ?? person.Name, person.Roles, call.By.Via);
        var account = await db.AccountOf(person.Id, ct);
        account.SetPassword(c.PasswordHash);
        account.OfferFirstKey();
        var recorded = await recorder.Record(accepted, ct);
        return recorded.Done ? Admission.To(account) : recorded.Refusal;
    }
}
