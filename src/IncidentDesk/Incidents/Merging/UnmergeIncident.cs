using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Merging;

/// <summary>Undoes a merge: the incident stands on its own again, as it stood before.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/unmerge", "Undo the merge")]
public sealed record UnmergeIncident : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    [Lines]
    public string? Reason { get; set; }
}

public sealed class UnmergeIncidentValidator : AbstractValidator<UnmergeIncident>
{
    public UnmergeIncidentValidator() => RuleFor(c => c.Reason).ReasonIfAny();
}

internal sealed class UnmergeIncidentHandler(DeskDb db, Recorder recorder) : IRequestHandler<UnmergeIncident, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(UnmergeIncident c, CancellationToken ct)
    {
        var incident = await db.Incident(c.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        var unmerged = incident.Value.Unmerge(c.Reason.OrNull());
        if (!unmerged.Done) return unmerged.Refusal;
        // Writes into the other incident, too, so its sender must be able to see that one.
        var other = await db.Incident(incident.Value.MergedInto!.Value, ct);
        return other.Done ? await recorder.OnBoth(c.Incident, other.Value.Number, unmerged.Value, ct) : other.Refusal;
    }
}
