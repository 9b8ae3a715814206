using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.People.SigningIn;

/// <summary>Notes that the caller's session is in use. Sent every ten minutes at most.</summary>
[AllowSignedIn, OnlyBySession(EvenUnfinished = true)]
public sealed record NoteSessionUse : ICommand<DateTimeOffset>;

public sealed class NoteSessionUseValidator : AbstractValidator<NoteSessionUse>;

internal sealed class NoteSessionUseHandler(DeskDb db, Call call, TimeProvider clock)
    : IRequestHandler<NoteSessionUse, Outcome<DateTimeOffset>>
{
    public async Task<Outcome<DateTimeOffset>> Handle(NoteSessionUse c, CancellationToken ct)
    {
        if (await db.Sessions.FindAsync([call.Caller.Session], ct) is not { } session) return new Refusal.NotFound("such session");
        session.UsedAt = clock.GetUtcNow();
        await db.Keep(ct);
        return session.UsedAt;
    }
}
