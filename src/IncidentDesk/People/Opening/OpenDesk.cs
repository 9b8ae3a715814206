using FluentValidation;
using IncidentDesk.People.Events;
using IncidentDesk.People.Inviting;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Opening;

/// <summary>
/// Makes the first administrator of an empty desk and the one-time link with which they set their password. Until somebody has
/// joined, it can be sent again for a new link: the host does so at each start.
/// </summary>
[AllowAnyone, AnswerShownOnce]
public sealed record OpenDesk : ICommand<Invitation>
{
    public string Name { get; set; } = "First administrator";
    public string Email { get; set; } = "";
}

public sealed class OpenDeskValidator : AbstractValidator<OpenDesk>
{
    public OpenDeskValidator()
    {
        RuleFor(c => c.Name).PersonName();
        RuleFor(c => c.Email).EmailAddress().When(c => c.Email.Length > 0);
    }
}

/// <summary>Somebody has joined, or the desk was opened by token; new people are invited by an administrator.</summary>
public sealed record DeskIsOpen() : Refusal.Rule("Nothing was saved. This desk is already set up; ask an administrator for an invitation.");

internal sealed class OpenDeskHandler(DeskDb db, Recorder recorder, TimeProvider clock) : IRequestHandler<OpenDesk, Outcome<Invitation>>
{
    public async Task<Outcome<Invitation>> Handle(OpenDesk c, CancellationToken ct)
    {
        var (first, link, now) = (await First(ct), OneTimeLink.New(), clock.GetUtcNow());
        // Whoever came by token in the configuration was never given a link.
        if (first is { LinkHash: null } || await db.People.AnyAsync(p => p.JoinedAt != null, ct)) return new DeskIsOpen();

        var person = first?.Id ?? Guid.CreateVersion7(now);
        var recorded = await recorder.Record(first is not null
            ? first.Renew(link, now, othersAdministrate: true)
            : (Fact)new PersonInvited(person, c.Name.Trim(), c.Email.Trim().ToLowerInvariant(),
                Roles.All, link.Hash, now + OneTimeLink.GoodFor), ct);
        return recorded.Done ? new Invitation(person, link.Secret) : recorded.Refusal;
    }

    /// <summary>The people of a desk begin with the entry of the first one.</summary>
    async Task<Person?> First(CancellationToken ct)
    {
        var entry = await db.Entries.FirstOrDefaultAsync(e => e.Stream == Streams.People && e.Position == 1, ct);
        return entry is not null && Recorded.From(entry).Event is PersonInvited first
            ? await db.People.FindAsync([first.Person], ct)
            : null;
    }
}
