namespace IncidentDesk.Assets.Evidence;

/// <summary>What the evidence of an incident comes to: as a whole, and in groups.</summary>
/// <param name="At">The instant of looking, UTC: what has no end on record runs until then.</param>
public sealed record EvidenceSummary(
    DateTimeOffset At, EvidenceFigures All, IReadOnlyList<SearchedSource> Sources,
    IReadOnlyList<CoveredByLog> Logs, IReadOnlyList<EvidenceGroup> Groups)
{
    /// <summary>The answers to what is asked first.</summary>
    public EvidenceInShort InShort { get; } = EvidenceInShort.Of(All, Sources, Logs);

    /// <summary>Whether anything at all was recorded about the assets that are linked now.</summary>
    public bool Any => All.Readers.Count > 0 || Sources.Count > 0 || Logs.Count > 0 || All.Contained + All.Verified > 0;
}

/// <param name="Name">Null for those that have none. Under labels an asset counts once for each of its labels.</param>
public sealed record EvidenceGroup(string? Name, EvidenceFigures Figures);

/// <summary>An entry that put evidence on record.</summary>
/// <param name="Says">Its sentence.</param>
/// <param name="WithdrawnBy">Position of the entry that withdrew or replaced it.</param>
public sealed record EvidenceEntry(
    int Position, EvidenceKind Kind, string Says, string RecordedBy, DateTimeOffset RecordedAt, int? WithdrawnBy);
