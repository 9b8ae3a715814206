using FluentValidation;
using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Evidence.Recording;

/// <summary>Writes down what a log holds about linked assets, or that there is no such log.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/evidence/coverage", "Record what a log covers, or that there is none")]
public sealed record RecordCoverage : EvidenceOnAssets
{
    /// <summary>Which log: <c>HDFS audit log</c>.</summary>
    public string Log { get; set; } = "";
    public LogState? State { get; set; }

    /// <summary>How long it is kept, in words.</summary>
    public string? Retention { get; set; }
}

public sealed class RecordCoverageValidator : EvidenceOnAssetsValidator<RecordCoverage>
{
    public RecordCoverageValidator(TimeProvider clock) : base(clock)
    {
        RuleFor(c => c.Log).Name("Name the log.");
        RuleFor(c => c.State).NotNull().WithMessage("Say whether the log is complete, has gaps, or does not exist.").IsInEnum();
        RuleFor(c => c.From).Must((c, from) => from is not null || c.State is null or LogState.None)
            .WithMessage("Say when the log coverage starts; without its start the log proves no coverage.");
        RuleFor(c => c.Retention).NameIfAny();
    }
}

internal sealed class RecordCoverageHandler(DeskDb db, Recorder recorder) : IRequestHandler<RecordCoverage, Outcome<EvidenceRecorded>>
{
    public Task<Outcome<EvidenceRecorded>> Handle(RecordCoverage c, CancellationToken ct) => db.Record(recorder, c, (count, attachment) =>
        new CoverageRecorded(count, attachment, c.Log.Trim(), c.State!.Value,
            c.From, c.To, c.Retention.OrNull(), c.Pattern.OrNull(), c.Replaces), ct);
}
