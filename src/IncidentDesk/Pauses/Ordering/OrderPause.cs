using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Ordering;

/// <summary>Puts a proposed pause in force; one person is enough.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/order", "Order a proposed pause; one person is enough")]
public sealed record OrderPause : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";

    /// <summary>In whose name, where that is not the person who records it.</summary>
    public string? Authority { get; set; }

    /// <summary>Who decided, where that is not the person who records it.</summary>
    public string? Decider { get; set; }

    /// <summary>When it takes effect, if that is later; until then it is ordered and stops nothing.</summary>
    public DateTimeOffset? EffectiveAt { get; set; }

    /// <summary>When it took effect, if that was earlier.</summary>
    public DateTimeOffset? HappenedAt { get; set; }
}

public sealed class OrderPauseValidator : AbstractValidator<OrderPause>
{
    public OrderPauseValidator(TimeProvider clock)
    {
        RuleFor(c => c.Authority).MaximumLength(200).WithMessage("Use at most 200 characters.");
        RuleFor(c => c.Decider).MaximumLength(200).WithMessage("Use at most 200 characters.");
        RuleFor(c => c.HappenedAt).NotInTheFuture(clock);
        RuleFor(c => c.HappenedAt).Must((c, at) => at is null || c.EffectiveAt is null)
            .WithMessage("Give one of the two: when it took effect, or when it will.");
        RuleFor(c => c.EffectiveAt).Must(at => at is null || at >= clock.GetUtcNow() - Rules.Skew)
            .WithMessage("This time has passed. If the pause took effect earlier, give happenedAt instead.")
            .Must(at => at is null || at <= clock.GetUtcNow().AddDays(366))
            .WithMessage("This is more than a year away. Check the date and the time zone.");
    }
}

internal sealed class OrderPauseHandler(DeskDb db, Recorder recorder) : IRequestHandler<OrderPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(OrderPause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.Order(c.Authority.OrNull(), c.Decider.OrNull(), c.HappenedAt, c.EffectiveAt), ct);
}
