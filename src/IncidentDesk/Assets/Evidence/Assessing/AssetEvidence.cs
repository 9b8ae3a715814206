using IncidentDesk.Incidents;

namespace IncidentDesk.Assets.Evidence.Assessing;

/// <summary>Everything on record about one linked asset at an instant.</summary>
internal sealed class AssetEvidence
{
    public required DateTimeOffset? ExposedFrom { get; init; }
    public required DateTimeOffset? ExposedTo { get; init; }

    /// <summary>As set by hand.</summary>
    public required Disclosure Disclosure { get; init; }

    /// <summary>In the order in which it was recorded.</summary>
    public List<(EvidencePiece Piece, EvidenceLine Line)> Said { get; } = [];

    public IEnumerable<(EvidencePiece Piece, EvidenceLine Line)> About(EvidenceKind kind) => Said.Where(s => s.Piece.Kind == kind);

    /// <summary>What was said last; open until somebody says otherwise.</summary>
    public Containment Containment => Said.FindLast(s => s.Piece.Kind is EvidenceKind.Containment).Piece?.Says.State ?? Containment.Exposed;
}

/// <summary>
/// What is on record about assets of which the very same is on record, and what it comes to. Of 45,000 assets there are a few dozen
/// such cases, so that the thinking is done a few dozen times.
/// </summary>
internal sealed class EvidenceCase(AssetEvidence evidence, Assessment assessment)
{
    public AssetEvidence Evidence { get; } = evidence;
    public Assessment Assessment { get; } = assessment;
    public Containment Containment { get; } = evidence.Containment;
    public string? Contradiction { get; } = assessment.Contradicts(evidence.Disclosure);
    public IReadOnlyList<string> Readers { get; } =
        [.. evidence.About(EvidenceKind.Readers).Select(s => s.Piece.Says.Subject ?? "").Distinct().Order(StringComparer.Ordinal)];
    public bool Searched { get; } = evidence.About(EvidenceKind.Accesses).Any();

    /// <summary>Finds the case of each asset, and makes it where it is the first of its kind.</summary>
    public static Func<AssetEvidence, EvidenceCase> Sorter(DateTimeOffset at)
    {
        var known = new Dictionary<AssetEvidence, EvidenceCase>(new Alike());
        return evidence => known.TryGetValue(evidence, out var found) ? found
            : known[evidence] = new(evidence, Assessment.Of(evidence, at));
    }

    sealed class Alike : IEqualityComparer<AssetEvidence>
    {
        public bool Equals(AssetEvidence? a, AssetEvidence? b)
        {
            if (a!.Said.Count != b!.Said.Count || (a.ExposedFrom, a.ExposedTo, a.Disclosure) != (b.ExposedFrom, b.ExposedTo, b.Disclosure))
                return false;
            for (var i = 0; i < a.Said.Count; i++)
                if (!ReferenceEquals(a.Said[i].Piece, b.Said[i].Piece)
                    || a.Said[i].Line with { AssetId = 0 } != b.Said[i].Line with { AssetId = 0 })
                    return false;
            return true;
        }

        public int GetHashCode(AssetEvidence evidence)
        {
            var hash = new HashCode();
            hash.Add(evidence.ExposedFrom);
            hash.Add(evidence.ExposedTo);
            hash.Add(evidence.Disclosure);
            foreach (var (piece, line) in evidence.Said) hash.Add((piece.Position, piece.Part, line.From, line.To, line.Figure));
            return hash.ToHashCode();
        }
    }
}
