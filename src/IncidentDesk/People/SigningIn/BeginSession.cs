using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.SigningIn;

/// <summary>Makes a session of an admission, whose stamp is the proof. The host sends it once a person showed who they are.</summary>
[AllowAnyone]
public sealed record BeginSession : ICommand<Guid>
{
    public Guid Person { get; set; }

    /// <summary>As the admission carried it.</summary>
    public Secret Stamp { get; set; } = Secret.None;
    public string Device { get; set; } = "";
    public string Place { get; set; } = "";

    /// <summary>The session that this browser had; it ends.</summary>
    public Guid? Instead { get; set; }
}

public sealed class BeginSessionValidator : AbstractValidator<BeginSession>
{
    public BeginSessionValidator()
    {
        RuleFor(c => c.Device).MaximumLength(80);
        RuleFor(c => c.Place).MaximumLength(64);
    }
}

internal sealed class BeginSessionHandler(DeskDb db, TimeProvider clock) : IRequestHandler<BeginSession, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(BeginSession c, CancellationToken ct)
    {
        var account = await db.Accounts.FindAsync([c.Person], ct);
        if (account?.SecurityStamp is not { } stamp || stamp != c.Stamp.Value
            || !await db.People.AnyAsync(p => p.Id == c.Person && p.Active, ct)) return new Refusal.NotSignedIn();
        var now = clock.GetUtcNow();
        var (begun, used) = (now - Session.Longest, now - Session.Idle);
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.BegunAt <= begun || s.Id == c.Instead
            || (s.Person == c.Person && (s.UsedAt <= used || s.Stamp != stamp))).ToListAsync(ct));
        var session = new Session
        {
            Id = Guid.NewGuid(), Person = c.Person, Stamp = stamp, Device = c.Device, Place = c.Place, BegunAt = now, UsedAt = now
        };
        db.Sessions.Add(session);
        await db.Keep(ct);
        return session.Id;
    }
}
