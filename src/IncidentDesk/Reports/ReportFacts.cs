using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Pauses;
using IncidentDesk.Reviews;
using IncidentDesk.Statements;

namespace IncidentDesk.Reports;

/// <summary>
/// What stood in the record of one incident at an instant, as one reader may read it. Sections
/// are made of this and nothing else.
/// </summary>
internal sealed record ReportFacts
{
    public required Incident Incident { get; init; }

    /// <summary>UTC. What is overdue was overdue at this instant.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>IANA name of the reader's zone.</summary>
    public required string Zone { get; init; }
    public required string Mark { get; init; }

    /// <summary>In the order of happening; the whole timeline, or its latest entries.</summary>
    public required IReadOnlyList<TimelineRow> Entries { get; init; }

    /// <summary>How many privileged entries are left out.</summary>
    public required int Withheld { get; init; }
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>What of the register of reviews the incident is about.</summary>
    public IReadOnlyList<SubjectSheet> Reviews { get; init; } = [];

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Null when no asset is linked.</summary>
    public Extent? Extent { get; init; }

    /// <summary>Null when no asset is linked.</summary>
    public EvidenceSummary? Evidence { get; init; }

    /// <summary>Null when no asset is linked.</summary>
    public BlastRadius? Reach { get; init; }

    /// <summary>Name of the playbook that was taken up.</summary>
    public string? Playbook { get; init; }

    public string Say(DateTimeOffset instant) => Zones.Show(instant, Zone);
}
