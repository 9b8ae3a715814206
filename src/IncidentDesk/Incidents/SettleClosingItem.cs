using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents;

/// <summary>Says of one thing that holds closing up that it is done, waived with a reason, or open again.</summary>
[Allow(Roles.Responder | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/closing", "Mark a closing item done, waived or open")]
public sealed record SettleClosingItem : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public ClosingItem Item { get; set; }
    public Settlement State { get; set; }
    [Lines]
    public string? Reason { get; set; }
}

public sealed class SettleClosingItemValidator : AbstractValidator<SettleClosingItem>
{
    public SettleClosingItemValidator()
    {
        RuleFor(c => c.Item).IsInEnum();
        RuleFor(c => c.State).IsInEnum();
        RuleFor(c => c.Reason!).Reason().When(c => c.State is Settlement.Waived);
        RuleFor(c => c.Reason).ReasonIfAny();
    }
}

internal sealed class SettleClosingItemHandler(DeskDb db, Recorder recorder) : IRequestHandler<SettleClosingItem, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(SettleClosingItem c, CancellationToken ct) =>
        db.Decide(recorder, c.Incident, incident => incident.Settle(c.Item, c.State, c.Reason.OrNull(), db.Caller.Roles), ct);
}
