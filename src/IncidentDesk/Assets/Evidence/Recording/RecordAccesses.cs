using FluentValidation;
using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Evidence.Recording;

/// <summary>Writes down what a search for accesses came to: where, over which period, how many, shown by what.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/evidence/accesses",
    "Record the result of a search for accesses; 0 is a count, leave it out if unknown")]
public sealed record RecordAccesses : EvidenceOnAssets
{
    /// <summary>Where it was looked up: <c>HDFS audit log</c>.</summary>
    public string Source { get; set; } = "";

    /// <summary>Accesses to the asset by those who should not have had any; 0 says that the search found none.</summary>
    public int? Accesses { get; set; }
    public Certainty AccessesAre { get; set; }

    /// <summary>Text, link or hash of what shows it.</summary>
    [Lines]
    public string? Evidence { get; set; }

    /// <summary>Who looked; whoever records it when left out.</summary>
    public string? LookedBy { get; set; }
}

public sealed class RecordAccessesValidator : EvidenceOnAssetsValidator<RecordAccesses>
{
    public RecordAccessesValidator(TimeProvider clock) : base(clock)
    {
        this.Figure(c => c.Accesses, c => c.AccessesAre);
        RuleFor(c => c.Source).Name("Name what was searched: an audit log, a query history, a person's statement.");
        RuleFor(c => c.Evidence).EvidenceText();
        RuleFor(c => c.LookedBy).NameIfAny();
    }
}

/// <summary>Spread over many assets, one count would be counted many times.</summary>
public sealed record CountIsOfOneAsset(int Assets)
    : Refusal.Rule($"Nothing was saved. You chose {Assets.Assets()}, but a count of accesses applies to one. "
        + "Import a CSV file with a count for each asset, choose unknown, "
        + "or choose one asset. Only a count of 0 may apply to many.");

internal sealed class RecordAccessesHandler(DeskDb db, Recorder recorder, Call call)
    : IRequestHandler<RecordAccesses, Outcome<EvidenceRecorded>>
{
    public Task<Outcome<EvidenceRecorded>> Handle(RecordAccesses c, CancellationToken ct) => db.Record(recorder, c, (count, attachment) =>
        count > 1 && c.Accesses > 0 ? new CountIsOfOneAsset(count) : new AccessesRecorded(
            count, attachment, c.Source.Trim(), c.AccessesAre, c.LookedBy.OrNull() ?? call.Caller.Name,
            c.Accesses, c.From, c.To, c.Evidence.OrNull(), c.Pattern.OrNull(), c.Replaces), ct);
}
