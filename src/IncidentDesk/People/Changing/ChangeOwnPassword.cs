using FluentValidation;
using IncidentDesk.Door;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Events;
using IncidentDesk.People.SigningIn;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Changing;

/// <summary>A new password for the old one; every session but the present one ends.</summary>
[AllowSignedIn, AnswerShownOnce]
public sealed record ChangeOwnPassword : ICommand<Admission>
{
    public Secret Present { get; set; } = Secret.None;
    public Secret Password { get; set; } = Secret.None;

    internal string? Proven { get; set; }
    internal string? PasswordHash { get; set; }
}

public sealed class ChangeOwnPasswordValidator : AbstractValidator<ChangeOwnPassword>
{
    public ChangeOwnPasswordValidator()
    {
        RuleFor(c => c.Present).GivenPassword();
        RuleFor(c => c.Password).NewPassword();
    }
}

/// <summary>The present password was not right; counted like a failed sign-in.</summary>
public sealed record PresentPasswordWrong() : Refusal.Rule(
    "Nothing was saved. The current password is wrong, or the account is locked for "
        + "15 minutes after five failures. An administrator can create a new link for you."), IRemembered;

internal sealed class ChangeOwnPasswordPreparation(DeskDb db) : IPreparation<ChangeOwnPassword>
{
    public async Task Prepare(ChangeOwnPassword c, CancellationToken ct)
    {
        var hash = await db.Accounts.Where(a => a.Id == db.Caller.Id).Select(a => a.PasswordHash).FirstOrDefaultAsync(ct);
        c.Proven = hash is not null && Passwords.Verify(hash, c.Present) ? hash : null;
        c.PasswordHash = c.Proven is null ? null : Passwords.Hash(c.Password);
    }
}

internal sealed class ChangeOwnPasswordHandler(DeskDb db, Recorder recorder, Call call, TimeProvider clock)
    : IRequestHandler<ChangeOwnPassword, Outcome<Admission>>
{
    public async Task<Outcome<Admission>> Handle(ChangeOwnPassword c, CancellationToken ct)
    {
        var (account, now) = (await db.AccountOf(call.Caller.Id, ct), clock.GetUtcNow());
        if (account.Waits(now) || c.PasswordHash is null || c.Proven != account.PasswordHash)
        {
            call.Tell(account.Waits(now) ? SecurityKind.LockedOut : SecurityKind.SignInFailed, account.Id);
            account.Fail(now);
            await db.Keep(ct);
            return new PresentPasswordWrong();
        }
        var person = await db.People.FirstAsync(p => p.Id == account.Id, ct);
        if (Passwords.Objection(c.Password, person.Name, person.Email) is { } objection)
            return Refusal.Invalid.Field("password", objection);

        account.SetPassword(c.PasswordHash);
        var changed = await recorder.Record((Fact)new PasswordChanged(person.Id, person.Name), ct);
        return changed.Done ? Admission.To(account) : changed.Refusal;
    }
}
