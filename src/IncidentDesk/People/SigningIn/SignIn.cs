using System.Text.Json.Serialization;
using FluentValidation;
using IncidentDesk.Door;
using IncidentDesk.People.Accounts;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.SigningIn;

/// <summary>Address, password and the code of the authenticator, or one of the recovery codes.</summary>
[AllowAnyone, AnswerShownOnce]
public sealed record SignIn : ICommand<Admission>
{
    public string Email { get; set; } = "";
    public Secret Password { get; set; } = Secret.None;

    /// <summary>Empty only while no authenticator is set up.</summary>
    public Secret Code { get; set; } = Secret.None;

    /// <summary>The place on the network it was sent from. Set by the edge, as is the device.</summary>
    [JsonIgnore]
    public string Place { get; set; } = "";

    [JsonIgnore]
    public KnownDevice? Device { get; set; }

    internal Guid Account { get; set; }

    /// <summary>The stored hash which the password was found to match, before the transaction.</summary>
    internal string? Proven { get; set; }
}

public sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(c => c.Email).NotEmpty().WithMessage("Type your e-mail address.")
            .MaximumLength(254).WithMessage("This is not an e-mail address.");
        RuleFor(c => c.Password).GivenPassword();
        RuleFor(c => c.Code).Must(s => s is { Value.Length: <= 40 })
            .WithMessage("A code has six digits, a recovery code 24 letters and digits.");
    }
}

/// <summary>One answer for every reason, so that nobody learns which addresses are known here or that a password was right.</summary>
public sealed record SignInFailed() : Refusal.Rule(
    "You are not signed in. Address, password and code do not match, or the code was already used: "
        + "wait for the next one. After ten attempts from one place, only a recovery code works there for 15 minutes."), IRemembered;

internal sealed class SignInPreparation(DeskDb db) : IPreparation<SignIn>
{
    public async Task Prepare(SignIn c, CancellationToken ct)
    {
        var email = c.Email.Trim().ToLowerInvariant();
        var account = await (from p in db.People
            join a in db.Accounts on p.Id equals a.Id
            where p.Email == email && p.Active
            select new { a.Id, a.PasswordHash }).FirstOrDefaultAsync(ct);
        (c.Account, c.Proven) = (account?.Id ?? Guid.Empty, null);
        // Whether there is a password to compare with or not, it takes the same time.
        if (account?.PasswordHash is not { } hash) Passwords.Hash(c.Password);
        else if (Passwords.Verify(hash, c.Password)) c.Proven = hash;
    }
}

internal sealed class SignInHandler(DeskDb db, Call call, Guesses guesses, TimeProvider clock) : IRequestHandler<SignIn, Outcome<Admission>>
{
    public async Task<Outcome<Admission>> Handle(SignIn c, CancellationToken ct)
    {
        var (account, nobody, now) = (await db.AccountOf(c.Account, ct), await db.AccountOf(Guid.Empty, ct), clock.GetUtcNow());
        var known = c.Device?.People.Contains(c.Account) is true;
        var from = known ? $"device {c.Device!.Id}" : $"place {c.Place}";
        var proven = c.Proven is not null && c.Proven == account.PasswordHash;
        // What can be guessed: the code, by who has the password; the password, where nothing else is asked.
        var guessing = guesses.TooMany(account.Id, from) || (!known && account.IsGuessedAt(now));
        var admitted = proven && (account.TwoFactorEnabled ? account.Redeem(c.Code.Value, now, onlyRecovery: guessing) : !guessing);
        call.Tell(admitted ? SecurityKind.SignedIn : guessing ? SecurityKind.LockedOut : SecurityKind.SignInFailed, account.Id);
        if (admitted)
        {
            guesses.Right(account.Id, from);
            account.OfferFirstKey();
        }
        else if (proven || !account.TwoFactorEnabled)
        {
            guesses.Wrong(account.Id, from);
            if (known) nobody.Fail(now);
            else account.Fail(now);
        }
        // A wrong password alone locks nobody out: it is no guess until the code is right too. It costs the same writing.
        else nobody.Fail(now);
        await db.Keep(ct);
        return admitted ? Admission.To(account) : new SignInFailed();
    }
}
