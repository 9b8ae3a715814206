using System.Security.Cryptography;
using FluentValidation;
using IncidentDesk.People.Events;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Opening;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Tokens;

/// <summary>
/// Makes an API token. One makes them for oneself; an administrator also for others. Since the maker has seen the secret, such a token
/// waits for its person's confirmation, unless it only asks or sends lineage. A token that administrates nothing makes no others:
/// revoking it would not end them.
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
/// <param name="Waits">Whether it opens nothing until its owner confirms it.</param>
public sealed record IssuedToken(Guid Id, string Secret, DateTimeOffset ExpiresAt, bool Waits)
{
    public string Note => Waits ? "It does not work until its owner confirms it on their account page." : "It works from now on.";
}

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
        var waits = holder != caller.Id && (c.Roles & ~ForMachines) != 0 && !await db.SetsUp(caller.Id, holder, ct);
        var issued = new IssuedToken(Guid.CreateVersion7(now), NewSecret(), c.ExpiresAt ?? now.AddYears(1), waits);
        var (name, hash) = (c.Name.Trim(), OneTimeLink.HashOf(issued.Secret));
        var position = await recorder.Append(Streams.People, ct, waits
            ? new TokenOffered(issued.Id, holder, name, c.Roles, hash, issued.ExpiresAt)
            : new TokenIssued(issued.Id, holder, name, c.Roles, hash, issued.ExpiresAt));
        return position.Done ? issued : position.Refusal;
    }

    /// <summary>What reads no incident and signs for nobody.</summary>
    const Roles ForMachines = Roles.Asker | Roles.Lineage;

    /// <summary>256 random bits; the prefix lets secret scanners find one that was committed by mistake.</summary>
    static string NewSecret() => $"idk_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
}
