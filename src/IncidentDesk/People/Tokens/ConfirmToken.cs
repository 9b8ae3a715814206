using FluentValidation;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Tokens;

/// <summary>Lets a token that an administrator made for oneself speak for oneself; only from a session, never by another token.</summary>
[AllowSignedIn, OnlyBySession]
public sealed record ConfirmToken : ICommand<Position>
{
    public Guid Token { get; set; }
}

public sealed class ConfirmTokenValidator : AbstractValidator<ConfirmToken>
{
    public ConfirmTokenValidator() => RuleFor(c => c.Token).NotEmpty().WithMessage("Name the token.");
}

internal sealed class ConfirmTokenHandler(DeskDb db, Recorder recorder, Call call) : IRequestHandler<ConfirmToken, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(ConfirmToken c, CancellationToken ct)
    {
        var token = await db.Tokens.FirstOrDefaultAsync(t => t.Id == c.Token && t.Person == call.Caller.Id, ct);
        if (token is null) return new Refusal.NotFound("such token");
        return await recorder.Record(token.Confirm(), ct);
    }
}
