using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Evidence.Recording;

/// <summary>Writes down who could read linked assets: a group, how many people that is, from when until when.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/evidence/readers", "Record who could read assets")]
public sealed record RecordReaders : EvidenceOnAssets
{
    /// <summary>As those who run the access rules call it: <c>all-employees</c>.</summary>
    public string Group { get; set; } = "";

    /// <summary>How many people are in it; none when that is unknown.</summary>
    public int? People { get; set; }
    public Certainty PeopleAre { get; set; }

    /// <summary>From what this is known: grants read back, a policy, somebody's word.</summary>
    public string Source { get; set; } = "";
}

public sealed class RecordReadersValidator : EvidenceOnAssetsValidator<RecordReaders>
{
    public RecordReadersValidator(TimeProvider clock) : base(clock)
    {
        this.Figure(c => c.People, c => c.PeopleAre);
        RuleFor(c => c.Group).Name("Name the group that could read: a role, a team, everyone.");
        RuleFor(c => c.Source).Name("Give the source: grants read back, a policy, a person's statement.");
    }
}

internal sealed class RecordReadersHandler(DeskDb db, Recorder recorder) : IRequestHandler<RecordReaders, Outcome<EvidenceRecorded>>
{
    public Task<Outcome<EvidenceRecorded>> Handle(RecordReaders c, CancellationToken ct) => db.Record(recorder, c, (count, attachment) =>
        new ReadersRecorded(count, attachment, c.Group.Trim(), c.PeopleAre,
            c.Source.Trim(), c.People, c.From, c.To, c.Pattern.OrNull(), c.Replaces), ct);
}
