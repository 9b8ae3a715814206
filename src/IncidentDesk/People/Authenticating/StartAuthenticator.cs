using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.SigningIn;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.People.Authenticating;

/// <summary>Offers a key for another authenticator; the present one stays in force until the new one has shown its first code.</summary>
[AllowSignedIn, OnlyBySession(EvenUnfinished = true), AnswerShownOnce]
public sealed record StartAuthenticator : ICommand<OfferedAuthenticator>
{
    /// <summary>A code of the present authenticator, or a recovery code; empty when there is none yet.</summary>
    public Secret Code { get; set; } = Secret.None;
}

/// <param name="Key">To be typed into an authenticator app, in base32.</param>
/// <param name="Address">The same as an otpauth address, for a picture.</param>
public sealed record OfferedAuthenticator(string Key, string Address)
{
    internal static OfferedAuthenticator? Of(Account account, string email) =>
        account.OfferedKey is { } key ? new(key, Totp.Address(key, email)) : null;
}

public sealed class StartAuthenticatorValidator : AbstractValidator<StartAuthenticator>
{
    public StartAuthenticatorValidator() =>
        RuleFor(c => c.Code).Must(s => s is { Value.Length: <= 40 })
            .WithMessage("A code has six digits, a recovery code 24 letters and digits.");
}

/// <summary>The code was not right or was used before; counted like a failed sign-in.</summary>
public sealed record CodeNotAccepted() : Refusal.Rule(
    "Nothing was saved. The code is wrong or was already used. Wait for the next code and check that "
        + "the clock of your device is right. After ten wrong codes, only a recovery code works for 15 minutes."), IRemembered;

/// <summary>There is a person behind the call, but no account with a password.</summary>
public sealed record NoAccount()
    : Refusal.Rule("Nothing was saved. You use an API token and have no password yet. Open your one-time link first.");

internal sealed class StartAuthenticatorHandler(DeskDb db, Call call, Guesses guesses, TimeProvider clock)
    : IRequestHandler<StartAuthenticator, Outcome<OfferedAuthenticator>>
{
    public async Task<Outcome<OfferedAuthenticator>> Handle(StartAuthenticator c, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Accounts.FindAsync([call.Caller.Id], ct) is not { PasswordHash: not null } account) return new NoAccount();
        var guessing = guesses.TooMany(account.Id, Guesses.InSession);
        var allowed = !account.TwoFactorEnabled || account.Redeem(c.Code.Value, now, onlyRecovery: guessing);
        if (allowed) account.OfferedKey = Totp.NewKey();
        else guesses.Wrong(account.Id, Guesses.InSession);
        await db.Keep(ct);
        if (!allowed)
        {
            call.Tell(guessing ? SecurityKind.LockedOut : SecurityKind.SignInFailed, account.Id);
            return new CodeNotAccepted();
        }
        var person = await db.People.FindAsync([account.Id], ct);
        return OfferedAuthenticator.Of(account, person!.Email)!;
    }
}
