using System.Security.Cryptography;
using FluentValidation;
using IncidentDesk.People.Events;
using IncidentDesk.People.Inviting;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Tokens;

/// <summary>
/// Makes an API token. One makes them for oneself; an administrator also for others, and the record says who did. A token that
/// administrates nothing makes no others: revoking it would not end them.
/// </summary>
[AllowSignedIn, OnlyBySession(OrToken = Roles.Administrator), AnswerShownOnce]
[Api("/api/tokens", "Issue an API token; it is shown once", Makes = "/api/tokens/{id}")]
public sealed record IssueToken : ICommand<IssuedToken>
{
    /// <summary>What it is for, so that somebody dares to revoke it later.</summary>
    public string Name { get; set; } = "";
    public Roles Roles { get; set; }

    /// <summary>At most a year from now; a year when left out.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>For whom, if not for oneself.</summary>
    public Guid? Person { get; set; }
}

/// <param name="Id">Under which it is listed and revoked.</param>
/// <param name="Secret">What is sent as <c>Authorization: Bearer …</c>; shown once.</param>
/// <param name="ExpiresAt">From this instant it is refused.</param>
public sealed record IssuedToken(Guid Id, string Secret, DateTimeOffset ExpiresAt);

public sealed class IssueTokenValidator : AbstractValidator<IssueToken>
{
    internal const int LongestDays = 366;

    public IssueTokenValidator(TimeProvider clock)
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Say what the token is for.")
            .MaximumLength(120).WithMessage("A name has at most 120 characters.");
        RuleFor(c => c.Roles).SomeRoles(Roles.All | Roles.Lineage | Roles.Asker);
        RuleFor(c => c.Roles).Must(r => r != (Roles.Lineage | Roles.Asker))
            .WithMessage("A token for a machine has one purpose: it sends lineage, or it asks what is paused. Issue two tokens.");
        RuleFor(c => c.ExpiresAt).Must(at => at is null || at > clock.GetUtcNow())
            .WithMessage("This time has passed, so the token would never be valid.")
            .Must(at => at is null || at <= clock.GetUtcNow().AddDays(LongestDays))
            .WithMessage("A token is valid for at most one year. Choose an earlier day.");
    }
}

/// <summary>A token cannot do what its person cannot.</summary>
public sealed record TokenExceedsRoles(Roles Missing)
    : Refusal.Rule(
        $"Nothing was saved. The token would have roles that you or its owner do not have: {Missing.InWords()}. Leave them out.");

internal sealed class IssueTokenHandler(DeskDb db, Recorder recorder, Call call, TimeProvider clock)
    : IRequestHandler<IssueToken, Outcome<IssuedToken>>
{
    public async Task<Outcome<IssuedToken>> Handle(IssueToken c, CancellationToken ct)
    {
        var (caller, holder) = (call.Caller, c.Person ?? call.Caller.Id);
        if (holder != caller.Id && !caller.Has(Roles.Administrator)) return PeopleFile.Missing();
        if (await db.People.FirstOrDefaultAsync(p => p.Id == holder && p.Active, ct) is not { } person) return PeopleFile.Missing();
        // An administrator may hand out what they do not hold themselves; anybody else passes on at most their own.
        var most = caller.Has(Roles.Administrator) ? person.Roles : person.Roles & caller.Roles;
        if ((c.Roles & ~most.WithImplied()) is var missing and not Roles.None) return new TokenExceedsRoles(missing);

        var now = clock.GetUtcNow();
        var issued = new IssuedToken(Guid.CreateVersion7(now), NewSecret(), c.ExpiresAt ?? now.AddYears(1));
        var fact = new TokenIssued(issued.Id, holder, c.Name.Trim(), c.Roles, OneTimeLink.HashOf(issued.Secret), issued.ExpiresAt);
        var position = await recorder.Append(Streams.People, ct, fact);
        return position.Done ? issued : position.Refusal;
    }

    /// <summary>256 random bits; the prefix lets secret scanners find one that was committed by mistake.</summary>
    static string NewSecret() => $"idk_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
}
