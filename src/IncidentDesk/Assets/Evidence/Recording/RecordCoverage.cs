using FluentValidation;
using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Evidence.Recording;

/// <summary>Writes down what a log holds about linked assets, or that there is no such log.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
public sealed record RecordCoverage : ICommand<EvidenceRecorded>, IIncidentCommand, IChoosesAssets
{
    public int Incident { get; set; }
    public string? Pattern { get; set; }
    public IReadOnlyList<string>? Keys { get; set; }

    /// <summary>Every asset of the incident.</summary>
    public bool All { get; set; }

    /// <summary>Which log: <c>HDFS audit log</c>.</summary>
    public string Log { get; set; } = "";
    public LogState? State { get; set; }

    /// <summary>From when on it reaches; needed, unless there is no log.</summary>
    public DateTimeOffset? From { get; set; }

    /// <summary>Null where it went on when this was recorded.</summary>
    public DateTimeOffset? To { get; set; }

    /// <summary>How long it is kept, in words.</summary>
    public string? Retention { get; set; }

    /// <summary>Position of the entry that said it wrongly; its evidence then counts no more.</summary>
    public int? Replaces { get; set; }
}

public sealed class RecordCoverageValidator : AbstractValidator<RecordCoverage>
{
    public RecordCoverageValidator(TimeProvider clock)
    {
        this.ChoiceOfAssets(allMayBe: true);
        this.Window(clock, c => c.From, c => c.To);
        this.Replacing(c => c.Replaces);
        RuleFor(c => c.Log).Name("Name the log.");
        RuleFor(c => c.State).NotNull().WithMessage("Say whether the log is complete, has gaps, or does not exist.").IsInEnum();
        RuleFor(c => c.From).Must((c, from) => from is not null || c.State is null or LogState.None).WithMessage("Say from when on the log reaches; without its start it covers nothing that can be shown.");
        RuleFor(c => c.Retention).NameIfAny();
    }
}

internal sealed class RecordCoverageHandler(DeskDb db, Recorder recorder) : IRequestHandler<RecordCoverage, Outcome<EvidenceRecorded>>
{
    public Task<Outcome<EvidenceRecorded>> Handle(RecordCoverage c, CancellationToken ct) => db.Record(recorder, c, c.Replaces, (count, attachment) =>
        new CoverageRecorded(count, attachment, c.Log.Trim(), c.State!.Value, c.From, c.To, c.Retention.OrNull(), c.Pattern.OrNull(), c.Replaces), ct);
}
