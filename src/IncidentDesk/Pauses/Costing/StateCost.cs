using FluentValidation;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Costing;

/// <summary>Says what the pause costs those who pay for it.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/cost", "Record what the pause costs")]
public sealed record StateCost : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>In whole units; left out when nobody knows.</summary>
    public int? Figure { get; set; }

    /// <summary>Of what: EUR, people, orders.</summary>
    public string? Unit { get; set; }

    /// <summary>Of which period: a day, a week, in all.</summary>
    public string? Per { get; set; }
    public Certainty Certainty { get; set; }
}

public sealed class StateCostValidator : AbstractValidator<StateCost>
{
    public StateCostValidator()
    {
        RuleFor(c => c.Text).Line("Say what it costs, and who bears the cost.");
        RuleFor(c => c.Figure).GreaterThanOrEqualTo(0).WithMessage("A cost cannot be negative.");
        RuleFor(c => c.Figure).Must((c, f) => f is null == c.Certainty is Certainty.Unknown)
            .WithMessage("Give a figure and say whether it is actual or an estimate; or leave it out and choose unknown.");
        RuleFor(c => c.Unit).MaximumLength(40).WithMessage("A unit has at most 40 characters.");
        RuleFor(c => c.Unit).NotEmpty().When(c => c.Figure is not null).WithMessage("Say what the figure counts: EUR, people, orders.");
        RuleFor(c => c.Per).MaximumLength(40).WithMessage("A period has at most 40 characters.");
        RuleFor(c => c.Certainty).IsInEnum();
    }
}

internal sealed class StateCostHandler(DeskDb db, Recorder recorder) : IRequestHandler<StateCost, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(StateCost c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key,
            pause => pause.StateCost(new(c.Text.Trim(), c.Figure, c.Unit.OrNull(), c.Per.OrNull(), c.Certainty)), ct);
}
