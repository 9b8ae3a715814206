using FluentValidation;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Resuming;

/// <summary>Agrees that a pause may end; another person has to resume it.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/resume-approvals", "Approve resuming; another person then resumes")]
public sealed record ApproveResume : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    [Lines]
    public string Reason { get; set; } = "";

    /// <summary>Which of its targets may resume; all of it when left out.</summary>
    public List<PauseTarget> Parts { get; set; } = [];
}

public sealed class ApproveResumeValidator : AbstractValidator<ApproveResume>
{
    public ApproveResumeValidator()
    {
        RuleFor(c => c.Reason).Reason();
        RuleFor(c => c.Parts).Targets();
    }
}

internal sealed class ApproveResumeHandler(DeskDb db, Recorder recorder, TimeProvider clock)
    : IRequestHandler<ApproveResume, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ApproveResume c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key,
            pause => db.UnlessReviewsForbid(pause, pause.ApproveResume(c.Reason.Trim(), c.Parts), clock.GetUtcNow(), ct), ct);
}
