using FluentValidation;
using IncidentDesk.People.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.People.Changing;

/// <summary>How one is called, and in which zone one reads local times.</summary>
[AllowSignedIn, OnlyBySession(OrToken = Roles.Administrator)]
[Api("/api/account", "Change your name and time zone")]
public sealed record ChangeOwnProfile : ICommand<Position>
{
    public string Name { get; set; } = "";

    /// <summary>IANA name, such as Europe/Berlin.</summary>
    public string Zone { get; set; } = "Etc/UTC";
}

public sealed class ChangeOwnProfileValidator : AbstractValidator<ChangeOwnProfile>
{
    public ChangeOwnProfileValidator()
    {
        RuleFor(c => c.Name).PersonName();
        RuleFor(c => c.Zone).Zone();
    }
}

internal sealed class ChangeOwnProfileHandler(DeskDb db, Recorder recorder, Call call)
    : IRequestHandler<ChangeOwnProfile, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(ChangeOwnProfile c, CancellationToken ct)
    {
        if (await db.NameTaken(c.Name, call.Caller.Id, ct) is { } taken) return taken;
        return await db.Decide(recorder, call.Caller.Id, person => (Fact)new ProfileChanged(person.Id, c.Name.Trim(), c.Zone), ct);
    }
}
