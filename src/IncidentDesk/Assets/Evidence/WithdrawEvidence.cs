using FluentValidation;
using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Evidence;

/// <summary>Says that what an entry put on record about assets does not hold. The entry stays; its evidence counts no more.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/evidence/withdrawals", "Withdraw evidence recorded by an entry")]
public sealed record WithdrawEvidence : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }

    /// <summary>Of the entry that recorded it.</summary>
    public int Position { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class WithdrawEvidenceValidator : AbstractValidator<WithdrawEvidence>
{
    public WithdrawEvidenceValidator()
    {
        RuleFor(c => c.Position).GreaterThan(0).WithMessage("Entries are numbered from 1.");
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class WithdrawEvidenceHandler(DeskDb db, Recorder recorder) : IRequestHandler<WithdrawEvidence, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(WithdrawEvidence c, CancellationToken ct)
    {
        var gone = await db.RefusalOf(c.Incident, c.Position, null, ct);
        return await db.Decide(recorder, c.Incident,
            _ => gone is not null ? gone : new Fact(new EvidenceWithdrawn(c.Position, c.Reason.Trim())) { Supersedes = c.Position }, ct);
    }
}
