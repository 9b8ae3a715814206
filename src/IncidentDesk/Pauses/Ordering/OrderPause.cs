using FluentValidation;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using MediatR;

namespace IncidentDesk.Pauses.Ordering;

/// <summary>Puts a proposed pause in force; one person is enough.</summary>
[Allow(PauseFile.MayPause)]
public sealed record OrderPause : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";

    /// <summary>In whose name, where that is not the person who records it.</summary>
    public string? Authority { get; set; }

    /// <summary>When it took effect, if that is not now.</summary>
    public DateTimeOffset? HappenedAt { get; set; }
}

public sealed class OrderPauseValidator : AbstractValidator<OrderPause>
{
    public OrderPauseValidator(TimeProvider clock)
    {
        RuleFor(c => c.Authority).MaximumLength(200).WithMessage("A name and an office have at most 200 characters.");
        RuleFor(c => c.HappenedAt).NotInTheFuture(clock);
    }
}

internal sealed class OrderPauseHandler(DeskDb db, Recorder recorder) : IRequestHandler<OrderPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(OrderPause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.Order(c.Authority.OrNull(), c.HappenedAt), ct);
}
