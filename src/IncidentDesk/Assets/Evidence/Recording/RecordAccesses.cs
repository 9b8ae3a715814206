using FluentValidation;
using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Evidence.Recording;

/// <summary>Writes down what a search for accesses came to: where, over which period, how many, shown by what.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
public sealed record RecordAccesses : ICommand<EvidenceRecorded>, IIncidentCommand, IChoosesAssets
{
    public int Incident { get; set; }
    public string? Pattern { get; set; }
    public IReadOnlyList<string>? Keys { get; set; }

    /// <summary>Every asset of the incident.</summary>
    public bool All { get; set; }

    /// <summary>Where it was looked up: <c>HDFS audit log</c>.</summary>
    public string Source { get; set; } = "";

    /// <summary>The period that was searched; without its start, a search that found nothing proves nothing.</summary>
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? To { get; set; }

    /// <summary>Accesses to the asset by those who should not have had any; 0 says that the search found none.</summary>
    public int? Accesses { get; set; }
    public Certainty AccessesAre { get; set; }

    /// <summary>Text, link or hash of what shows it.</summary>
    public string? Evidence { get; set; }

    /// <summary>Who looked; whoever records it when left out.</summary>
    public string? LookedBy { get; set; }

    /// <summary>Position of the entry that said it wrongly; its evidence then counts no more.</summary>
    public int? Replaces { get; set; }
}

public sealed class RecordAccessesValidator : AbstractValidator<RecordAccesses>
{
    public RecordAccessesValidator(TimeProvider clock)
    {
        this.ChoiceOfAssets(allMayBe: true);
        this.Window(clock, c => c.From, c => c.To);
        this.Figure(c => c.Accesses, c => c.AccessesAre);
        this.Replacing(c => c.Replaces);
        RuleFor(c => c.Source).Name("Name what was searched: an audit log, a query history, a person's own word.");
        RuleFor(c => c.Evidence).EvidenceText();
        RuleFor(c => c.LookedBy).NameIfAny();
    }
}

/// <summary>Spread over many assets, one count would be counted many times.</summary>
public sealed record CountIsOfOneAsset(int Assets)
    : Refusal.Rule($"Nothing was saved. The choice comes to {Assets.Assets()}, and a count of accesses is of one. Give each its own count in a CSV file, say unknown, or choose one asset. A count of 0 may be of many.");

internal sealed class RecordAccessesHandler(DeskDb db, Recorder recorder, Call call) : IRequestHandler<RecordAccesses, Outcome<EvidenceRecorded>>
{
    public Task<Outcome<EvidenceRecorded>> Handle(RecordAccesses c, CancellationToken ct) => db.Record<RecordAccesses>(recorder, c, c.Replaces, (count, attachment) =>
        count > 1 && c.Accesses > 0 ? new CountIsOfOneAsset(count) : new AccessesRecorded(
            count, attachment, c.Source.Trim(), c.AccessesAre, c.LookedBy.OrNull() ?? call.Caller.Name, c.Accesses, c.From, c.To, c.Evidence.OrNull(), c.Pattern.OrNull(), c.Replaces), ct);
}
