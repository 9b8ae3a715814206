using FluentValidation;
using IncidentDesk.People.Events;
using IncidentDesk.People.Inviting;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Opening;

/// <summary>
/// Opens an empty desk for machines: a first administrator who has no password, and the
/// token given in the configuration.
/// </summary>
[AllowAnyone]
public sealed record OpenDeskWithToken : ICommand<Position>
{
    public Secret Token { get; set; } = Secret.None;
}

public sealed class OpenDeskWithTokenValidator : AbstractValidator<OpenDeskWithToken>
{
    public const int Shortest = 32;
    public static readonly string TooShort =
        $"Setup:ApiToken has fewer than {Shortest} characters. Set a longer random one, for example from `openssl rand -hex 32`.";

    public OpenDeskWithTokenValidator() => RuleFor(c => c.Token).Must(t => t is { Value.Length: >= Shortest })
        .WithMessage(TooShort);
}

internal sealed class OpenDeskWithTokenHandler(DeskDb db, Recorder recorder, TimeProvider clock)
    : IRequestHandler<OpenDeskWithToken, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(OpenDeskWithToken c, CancellationToken ct)
    {
        if (await db.People.AnyAsync(ct)) return new DeskIsOpen();
        var now = clock.GetUtcNow();
        var (person, token) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        var appended = await recorder.Append(Streams.People, ct,
            new PersonInvited(person, "Set-up", "", Roles.All),
            new TokenIssued(token, person, "Set-up", Roles.All, OneTimeLink.HashOf(c.Token.Value), ExpiresAt: null));
        return appended.Done ? new Position(appended.Value) : appended.Refusal;
    }
}
