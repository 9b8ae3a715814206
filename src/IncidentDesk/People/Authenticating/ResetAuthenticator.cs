using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.People.Authenticating;

/// <summary>
/// Takes a lost authenticator away; the person sets up another one at the next sign-in, for which they need their password. Sessions and
/// tokens end: they may be in the hands of whoever has the lost one.
/// </summary>
[Allow(Roles.Administrator)]
[Api("/api/people/{person}/authenticator/reset", "Remove a lost authenticator; sessions and tokens end")]
public sealed record ResetAuthenticator : ICommand<Position>
{
    public Guid Person { get; set; }
}

public sealed class ResetAuthenticatorValidator : AbstractValidator<ResetAuthenticator>
{
    public ResetAuthenticatorValidator() => RuleFor(c => c.Person).NotEmpty().WithMessage("Choose a person.");
}

internal sealed class ResetAuthenticatorHandler(DeskDb db, Recorder recorder) : IRequestHandler<ResetAuthenticator, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(ResetAuthenticator c, CancellationToken ct)
    {
        (await db.AccountOf(c.Person, ct)).ResetAuthenticator();
        var reset = await db.Decide(recorder, c.Person, person => person.ResetAuthenticator(), ct);
        return reset.Done ? await db.RevokeTokens(recorder, c.Person, ct) ?? reset : reset;
    }
}
