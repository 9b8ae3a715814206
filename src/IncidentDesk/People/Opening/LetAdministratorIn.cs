using FluentValidation;
using IncidentDesk.Door;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Events;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Opening;

/// <summary>
/// The way back into a desk whose administrators are all gone, for whoever holds its machine: a one-time link for an administrator,
/// who is made or let in again. Recorded, like everything that is done to people.
/// </summary>
[AllowSystem, AnswerShownOnce]
public sealed record LetAdministratorIn : ICommand<Invitation>
{
    /// <summary>Of the person; somebody who is not on the desk yet is made.</summary>
    public string Email { get; set; } = "";

    /// <summary>Of somebody new; the address when left out.</summary>
    public string? Name { get; set; }
}

public sealed class LetAdministratorInValidator : AbstractValidator<LetAdministratorIn>
{
    public LetAdministratorInValidator()
    {
        RuleFor(c => c.Email).NotEmpty().EmailAddress().WithMessage("Give the e-mail address of the administrator.").MaximumLength(254);
        RuleFor(c => c.Name!).PersonName().When(c => c.Name is not null);
    }
}

internal sealed class LetAdministratorInHandler(DeskDb db, Recorder recorder, TimeProvider clock)
    : IRequestHandler<LetAdministratorIn, Outcome<Invitation>>
{
    public async Task<Outcome<Invitation>> Handle(LetAdministratorIn c, CancellationToken ct)
    {
        if (!await db.People.AnyAsync(ct)) return new DeskIsEmpty();
        var (email, link, now) = (c.Email.Trim().ToLowerInvariant(), OneTimeLink.New(), clock.GetUtcNow());
        var known = await db.People.FirstOrDefaultAsync(p => p.Email == email, ct);
        var (id, name) = (known?.Id ?? Guid.CreateVersion7(now), known?.Name ?? c.Name.OrNull() ?? email);
        if (known is null && await db.NameTaken(name, id, ct) is { } taken) return taken;
        var account = await db.AccountOf(id, ct);
        account.SetPassword(null);
        account.ResetAuthenticator();
        Fact made = new AdministratorLinkMade(id, name);
        IReadOnlyList<Fact> facts = known is null
            ? [new PersonInvited(id, name, email, Roles.Administrator, link.Hash, now + OneTimeLink.GoodFor), made]
            : [.. known.LetInAgain(link, now), made];
        var appended = await recorder.Append(Streams.People, ct, facts);
        if (appended.Refusal is { } refusal) return refusal;
        return await db.RevokeTokens(recorder, id, ct) is { Refusal: { } kept } ? kept : new Invitation(id, link.Secret);
    }
}

/// <summary>A desk that nobody has opened prints a set-up link when it starts.</summary>
public sealed record DeskIsEmpty() : Refusal.Rule("Nothing was saved. Nobody is on this desk yet. Start it; it prints a set-up link.");

/// <summary>For the program that runs on the machine of the desk, and no other edge.</summary>
public static class WayBack
{
    public static Task<Outcome<Invitation>> NewAdministratorLink(
        this IncidentDesk.Door.Desk desk, string email, string? name, CancellationToken ct = default) =>
        desk.Do(new LetAdministratorIn { Email = email, Name = name }, Actor.System with { Via = "machine" }, ct: ct);
}
