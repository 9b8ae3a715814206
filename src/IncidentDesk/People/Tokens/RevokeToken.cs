using FluentValidation;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Tokens;

/// <summary>Ends a token at once: one's own, or as an administrator anybody's.</summary>
[AllowSignedIn, OnlyBySession(OrToken = Roles.Administrator)]
[Api("/api/tokens/{token}/revoke", "Revoke an API token")]
public sealed record RevokeToken : ICommand<Position>
{
    public Guid Token { get; set; }
}

public sealed class RevokeTokenValidator : AbstractValidator<RevokeToken>
{
    public RevokeTokenValidator() => RuleFor(c => c.Token).NotEmpty().WithMessage("Name the token.");
}

internal sealed class RevokeTokenHandler(DeskDb db, Recorder recorder, Call call, TimeProvider clock)
    : IRequestHandler<RevokeToken, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(RevokeToken c, CancellationToken ct)
    {
        var token = await db.Tokens.FirstOrDefaultAsync(t => t.Id == c.Token, ct);
        if (token is null || (token.Person != call.Caller.Id && !call.Caller.Has(Roles.Administrator)))
            return new Refusal.NotFound("such token");
        if (await db.IsLastWayIn(token, clock.GetUtcNow(), ct)) return new LastWayIn(token.Name);
        return await recorder.Record(token.Revoke(), ct);
    }
}

/// <summary>Without it nobody could administrate the desk.</summary>
public sealed record LastWayIn(string Name)
    : Refusal.Rule($"Nothing was saved. The token “{Name}” is the last way in for an administrator. "
        + "Let an administrator sign in first, or issue another token.");
