using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.SigningIn;

/// <summary>Ends one session or all: one's own, or as an administrator those of another person. What they hold open ends as well.</summary>
[AllowSignedIn, OnlyBySession(OrToken = Roles.Administrator, EvenUnfinished = true)]
[Api("/api/sessions/end", "Sign out everywhere, or end one session")]
public sealed record EndSessions : ICommand<EndedSessions>
{
    /// <summary>The one to end; all when left out.</summary>
    public Guid? Session { get; set; }

    /// <summary>Whose, if not one's own.</summary>
    public Guid? Person { get; set; }
}

/// <param name="Ended">How many sessions ended.</param>
public sealed record EndedSessions(int Ended);

public sealed class EndSessionsValidator : AbstractValidator<EndSessions>
{
    public EndSessionsValidator() => RuleFor(c => c.Session).Must(s => s != Guid.Empty).WithMessage("Name the session.");
}

internal sealed class EndSessionsHandler(DeskDb db, Call call) : IRequestHandler<EndSessions, Outcome<EndedSessions>>
{
    public async Task<Outcome<EndedSessions>> Handle(EndSessions c, CancellationToken ct)
    {
        var (caller, person) = (call.Caller, c.Person ?? call.Caller.Id);
        if (person != caller.Id && (!caller.Has(Roles.Administrator) || !await db.People.AnyAsync(p => p.Id == person, ct)))
            return PeopleFile.Missing();
        var ended = await db.Sessions.Where(s => s.Person == person && (c.Session == null || s.Id == c.Session)).ToListAsync(ct);
        if (ended.Count == 0 && c.Session is not null) return new Refusal.NotFound("such session");
        db.Sessions.RemoveRange(ended);
        // An admission that was given out and has not become a session yet is worth nothing either.
        if (c.Session is null) (await db.Accounts.FindAsync([person], ct))?.EndSessions();
        await db.Keep(ct);
        return new EndedSessions(ended.Count);
    }
}
