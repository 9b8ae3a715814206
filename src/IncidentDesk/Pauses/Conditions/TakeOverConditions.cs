using FluentValidation;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Conditions;

/// <summary>
/// Makes conditions of a review its own: the pause resumes only when they are met in the register. An
/// approval that stood until then is gone.
/// </summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/conditions/reviews",
    "Take over conditions of a review, to be met in the register; ends an approval to resume")]
public sealed record TakeOverConditions : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";

    /// <summary>Key of the program in the register of reviews; the pause has to reach it.</summary>
    public string Subject { get; set; } = "";
    public int Review { get; set; }

    /// <summary>Numbers of conditions of that review; all of them when left out.</summary>
    public List<int> Conditions { get; set; } = [];
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class TakeOverConditionsValidator : AbstractValidator<TakeOverConditions>
{
    public TakeOverConditionsValidator()
    {
        RuleFor(c => c.Subject).NotEmpty().WithMessage("Name the program by its key in the register of reviews.");
        RuleFor(c => c.Review).GreaterThan(0).WithMessage("Give the number of the review, from 1.");
        RuleFor(c => c.Conditions).NotNull().Must(c => c is null || c.Count <= 50).WithMessage("A review has at most 50 conditions.");
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class TakeOverConditionsHandler(DeskDb db, Recorder recorder) : IRequestHandler<TakeOverConditions, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(TakeOverConditions c, CancellationToken ct)
    {
        var pause = await db.Pauses.SingleOrDefaultAsync(p => p.Key == c.Key, ct);
        if (pause is null) return new Refusal.NotFound($"pause {c.Key}");
        var subject = await db.Subject(c.Subject, ct);
        if (!subject.Done) return subject.Refusal;
        var review = subject.Value.Counting(c.Review);
        if (!review.Done) return review.Refusal;
        var taken = pause.TakeOver(subject.Value, review.Value, c.Conditions, c.Reason.Trim());
        if (!taken.Done) return taken.Refusal;
        var appended = await recorder.Append(Streams.Pause(c.Key, pause.Incident), ct, taken.Value);
        return appended.Refusal is { } refusal ? refusal : new Position(appended.Value);
    }
}
