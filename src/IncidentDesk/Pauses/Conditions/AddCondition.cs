using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Conditions;

/// <summary>One more thing has to be met before it resumes; an approval that stood until then is gone.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/conditions/additions", "Add a condition to resume; ends an approval to resume")]
public sealed record AddCondition : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public string Text { get; set; } = "";
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class AddConditionValidator : AbstractValidator<AddCondition>
{
    public AddConditionValidator()
    {
        RuleFor(c => c.Text).Line("Write the condition.");
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class AddConditionHandler(DeskDb db, Recorder recorder) : IRequestHandler<AddCondition, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(AddCondition c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.AddCondition(c.Text.Trim(), c.Reason.Trim()), ct);
}
