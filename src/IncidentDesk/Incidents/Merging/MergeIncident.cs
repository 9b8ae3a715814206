using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Merging;

/// <summary>
/// Says that an incident is the same as another one, where work goes on. Both numbers keep
/// answering, and it can be undone.
/// </summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/merge", "Merge a duplicate into another incident; both numbers stay valid")]
public sealed record MergeIncident : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }

    /// <summary>Number of the incident that goes on.</summary>
    public int Into { get; set; }
    [Lines]
    public string? Reason { get; set; }
}

public sealed class MergeIncidentValidator : AbstractValidator<MergeIncident>
{
    public MergeIncidentValidator()
    {
        RuleFor(c => c.Into).GreaterThan(0).WithMessage("Give the number of the incident to merge into, for example 42.");
        RuleFor(c => c.Reason).ReasonIfAny();
    }
}

internal sealed class MergeIncidentHandler(DeskDb db, Recorder recorder) : IRequestHandler<MergeIncident, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(MergeIncident c, CancellationToken ct)
    {
        var (from, into) = (await db.Incident(c.Incident, ct), await db.Incident(c.Into, ct));
        if ((from.Refusal ?? into.Refusal) is { } hidden) return hidden;
        var merged = from.Value!.MergeInto(into.Value!, c.Reason.OrNull());
        return merged.Done ? await recorder.OnBoth(c.Incident, c.Into, merged.Value, ct) : merged.Refusal;
    }
}
