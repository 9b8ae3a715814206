using FluentValidation;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents;

/// <summary>Writes into the log of an incident, in Markdown.</summary>
[Allow(Roles.Responder | Roles.Comms | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/updates", "Post an update")]
public sealed record PostUpdate : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    [Lines]
    public string Text { get; set; } = "";

    /// <summary>When it happened, if that is not now.</summary>
    public DateTimeOffset? HappenedAt { get; set; }

    /// <summary>Under legal privilege: hidden from most readers and from reports.</summary>
    public bool Privileged { get; set; }
}

public sealed class PostUpdateValidator : AbstractValidator<PostUpdate>
{
    public PostUpdateValidator(TimeProvider clock)
    {
        RuleFor(c => c.Text).Text();
        RuleFor(c => c.HappenedAt).NotInTheFuture(clock);
    }
}

internal sealed class PostUpdateHandler(DeskDb db, Recorder recorder) : IRequestHandler<PostUpdate, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(PostUpdate c, CancellationToken ct) => db.Decide(recorder, c.Incident, Accepts.EvenClosed, _ =>
        new Fact(new UpdatePosted(c.Text.Trim())) { HappenedAt = c.HappenedAt, Privileged = c.Privileged }, ct);
}
