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
