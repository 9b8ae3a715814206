using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Conditions;

/// <summary>One more thing has to be met before it resumes; an approval that stood until then is gone.</summary>
[Allow(PauseFile.MayPause)]
public sealed record AddCondition : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public string Text { get; set; } = "";
    public string Reason { get; set; } = "";
}

public sealed class AddConditionValidator : AbstractValidator<AddCondition>
{
    public AddConditionValidator()
    {
        RuleFor(c => c.Text).Line("Say what has to be met.");
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class AddConditionHandler(DeskDb db, Recorder recorder) : IRequestHandler<AddCondition, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(AddCondition c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.AddCondition(c.Text.Trim(), c.Reason.Trim()), ct);
}
