using FluentValidation;
using IncidentDesk.People.Events;
using IncidentDesk.People.SigningIn;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.People.Authenticating;

/// <summary>Takes the offered authenticator into use, once it has shown a right code.</summary>
[AllowSignedIn, OnlyBySession(EvenUnfinished = true), AnswerShownOnce]
public sealed record ConfirmAuthenticator : ICommand<AuthenticatorInUse>
{
    public Secret Code { get; set; } = Secret.None;
}

/// <param name="Admission">For the session that goes on; all others end.</param>
/// <param name="RecoveryCodes">Ten codes, each good once; shown once.</param>
public sealed record AuthenticatorInUse(Admission Admission, IReadOnlyList<string> RecoveryCodes);

public sealed class ConfirmAuthenticatorValidator : AbstractValidator<ConfirmAuthenticator>
{
    public ConfirmAuthenticatorValidator() =>
        RuleFor(c => c.Code).Must(s => s is { Value.Length: > 0 and <= 40 }).WithMessage("Type the six digits that the app shows.");
}

internal sealed class ConfirmAuthenticatorHandler(DeskDb db, Recorder recorder, Call call, TimeProvider clock)
    : IRequestHandler<ConfirmAuthenticator, Outcome<AuthenticatorInUse>>
{
    public async Task<Outcome<AuthenticatorInUse>> Handle(ConfirmAuthenticator c, CancellationToken ct)
    {
        if (await db.Accounts.FindAsync([call.Caller.Id], ct) is not { OfferedKey: not null } account) return new NothingOffered();
        // Not counted as a failure: the key was just shown to whoever types here, so there is nothing to guess.
        if (account.Confirm(c.Code.Value, clock.GetUtcNow()) is not { } codes)
            return Refusal.Invalid.Field("code",
                "This code is not correct. Check that the app has the right key and that the clock of your device is right.");
        var done = await recorder.Record((Fact)new AuthenticatorSetUp(account.Id, call.Caller.Name), ct);
        return done.Done ? new AuthenticatorInUse(Admission.To(account), codes) : done.Refusal;
    }
}

/// <summary>No key waits to be confirmed.</summary>
public sealed record NothingOffered()
    : Refusal.Rule("Nothing was saved. There is no new authenticator to confirm; start setting one up on your account page.");
