using FluentValidation;
using IncidentDesk.Door;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Events;
using IncidentDesk.People.SigningIn;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Changing;

/// <summary>A new password for the old one; every session but the present one ends, and the tokens if one wishes.</summary>
[AllowSignedIn, OnlyBySession, AnswerShownOnce]
public sealed record ChangeOwnPassword : ICommand<Admission>
{
    public Secret Present { get; set; } = Secret.None;
    public Secret Password { get; set; } = Secret.None;

    /// <summary>Revokes the API tokens, too: whoever knew the password may have made some.</summary>
    public bool RevokeTokens { get; set; }

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
    "Nothing was saved. The current password is wrong. After ten wrong attempts none is looked at for 15 minutes. "
        + "An administrator can create a new link for you."), IRemembered;

internal sealed class ChangeOwnPasswordPreparation(DeskDb db) : IPreparation<ChangeOwnPassword>
{
    public async Task Prepare(ChangeOwnPassword c, CancellationToken ct)
    {
        var hash = await db.Accounts.Where(a => a.Id == db.Caller.Id).Select(a => a.PasswordHash).FirstOrDefaultAsync(ct);
        c.Proven = hash is not null && Passwords.Verify(hash, c.Present) ? hash : null;
        c.PasswordHash = c.Proven is null ? null : Passwords.Hash(c.Password);
    }
}

internal sealed class ChangeOwnPasswordHandler(DeskDb db, Recorder recorder, Call call, Guesses guesses)
    : IRequestHandler<ChangeOwnPassword, Outcome<Admission>>
{
    public async Task<Outcome<Admission>> Handle(ChangeOwnPassword c, CancellationToken ct)
    {
        var account = await db.AccountOf(call.Caller.Id, ct);
        if (guesses.TooMany(account.Id, Guesses.InSession) || c.PasswordHash is null || c.Proven != account.PasswordHash)
        {
            call.Tell(SecurityKind.SignInFailed, account.Id);
            guesses.Wrong(account.Id, Guesses.InSession);
            await db.Keep(ct);
            return new PresentPasswordWrong();
        }
        var person = await db.People.FirstAsync(p => p.Id == account.Id, ct);
        if (Passwords.Objection(c.Password, person.Name, person.Email) is { } objection)
            return Refusal.Invalid.Field("password", objection);

        account.SetPassword(c.PasswordHash);
        var changed = await recorder.Record((Fact)new PasswordChanged(person.Id, person.Name), ct);
        if (changed.Done && c.RevokeTokens && await db.RevokeTokens(recorder, person.Id, ct) is { } revoked) changed = revoked;
        return changed.Done ? Admission.To(account) : changed.Refusal;
    }
}
