using FluentValidation;
using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Evidence.Recording;

/// <summary>Writes down who could read linked assets: a group, how many people that is, from when until when.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
public sealed record RecordReaders : ICommand<EvidenceRecorded>, IIncidentCommand, IChoosesAssets
{
    public int Incident { get; set; }
    public string? Pattern { get; set; }
    public IReadOnlyList<string>? Keys { get; set; }

    /// <summary>Every asset of the incident.</summary>
    public bool All { get; set; }

    /// <summary>As those who run the access rules call it: <c>all-employees</c>.</summary>
    public string Group { get; set; } = "";

    /// <summary>How many people are in it; none when that is unknown.</summary>
    public int? People { get; set; }
    public Certainty PeopleAre { get; set; }

    /// <summary>Null where the start is not known.</summary>
    public DateTimeOffset? From { get; set; }

    /// <summary>Null where they can read it still, or the end is not known.</summary>
    public DateTimeOffset? To { get; set; }

    /// <summary>From what this is known: grants read back, a policy, somebody's word.</summary>
    public string Source { get; set; } = "";

    /// <summary>Position of the entry that said it wrongly; its evidence then counts no more.</summary>
    public int? Replaces { get; set; }
}

public sealed class RecordReadersValidator : AbstractValidator<RecordReaders>
{
    public RecordReadersValidator(TimeProvider clock)
    {
        this.ChoiceOfAssets(allMayBe: true);
        this.Window(clock, c => c.From, c => c.To);
        this.Figure(c => c.People, c => c.PeopleAre);
        this.Replacing(c => c.Replaces);
        RuleFor(c => c.Group).Name("Name the group that could read: a role, a team, everybody.");
        RuleFor(c => c.Source).Name("Say from what this is known: grants read back, a policy, somebody's word.");
    }
}

internal sealed class RecordReadersHandler(DeskDb db, Recorder recorder) : IRequestHandler<RecordReaders, Outcome<EvidenceRecorded>>
{
    public Task<Outcome<EvidenceRecorded>> Handle(RecordReaders c, CancellationToken ct) => db.Record(recorder, c, c.Replaces, (count, attachment) =>
        new ReadersRecorded(count, attachment, c.Group.Trim(), c.PeopleAre, c.Source.Trim(), c.People, c.From, c.To, c.Pattern.OrNull(), c.Replaces), ct);
}
