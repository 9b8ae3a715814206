using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.People.Tokens;

/// <summary>
/// Notes that a token was used today, so that its owner sees which ones nobody needs any
/// more. Sent once a day and token.
/// </summary>
[AllowSignedIn]
public sealed record NoteTokenUse : ICommand<DateOnly>
{
    public Guid Token { get; set; }
}

public sealed class NoteTokenUseValidator : AbstractValidator<NoteTokenUse>
{
    public NoteTokenUseValidator() => RuleFor(c => c.Token).NotEmpty().WithMessage("Name the token.");
}

internal sealed class NoteTokenUseHandler(DeskDb db, Call call, TimeProvider clock) : IRequestHandler<NoteTokenUse, Outcome<DateOnly>>
{
    public async Task<Outcome<DateOnly>> Handle(NoteTokenUse c, CancellationToken ct)
    {
        var token = await db.Tokens.FindAsync([c.Token], ct);
        if (token is null || token.Person != call.Caller.Id) return new Refusal.NotFound("such token");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await db.TokenUses.FindAsync([c.Token], ct) is { } use) use.Day = today;
        else db.TokenUses.Add(new() { Token = c.Token, Day = today });
        await db.Keep(ct);
        return today;
    }
}
