using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.People.Inviting;

/// <summary>
/// Makes a new one-time link, for an expired invitation or a lost password; the old link, the old password, every session and every
/// token end.
/// </summary>
[Allow(Roles.Administrator), AnswerShownOnce]
[Api("/api/people/{person}/invitation", "Create a new one-time link; the old link, the password, all sessions and all tokens end")]
public sealed record RenewInvitation : ICommand<Invitation>
{
    public Guid Person { get; set; }
}

public sealed class RenewInvitationValidator : AbstractValidator<RenewInvitation>
{
    public RenewInvitationValidator() => RuleFor(c => c.Person).NotEmpty().WithMessage("Choose a person.");
}

internal sealed class RenewInvitationHandler(DeskDb db, Recorder recorder, TimeProvider clock)
    : IRequestHandler<RenewInvitation, Outcome<Invitation>>
{
    public async Task<Outcome<Invitation>> Handle(RenewInvitation c, CancellationToken ct)
    {
        var (link, now) = (OneTimeLink.New(), clock.GetUtcNow());
        var others = await db.OthersAdministrate(c.Person, now, ct);
        (await db.AccountOf(c.Person, ct)).SetPassword(null);
        var renewed = await db.Decide(recorder, c.Person, person => person.Renew(link, now, others), ct);
        if (renewed.Done && await db.RevokeTokens(recorder, c.Person, ct) is { } ended) renewed = ended;
        return renewed.Done ? new Invitation(c.Person, link.Secret) : renewed.Refusal;
    }
}
