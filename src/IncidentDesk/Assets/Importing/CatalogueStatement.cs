using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing;

/// <summary>One thing a catalogue file says. A file is read as a run of these, in its own order, and never as a whole.</summary>
/// <param name="Place">Where it says so: <c>line 12</c>, or a JSON path such as <c>$.nodes['model.shop.orders']</c>.</param>
public abstract record CatalogueStatement(string Place);

/// <summary>There is such an asset. What is null the file does not speak about; it stays as it was.</summary>
/// <param name="Key">The canonical key, already folded as its platform folds names.</param>
public sealed record StatedAsset(string Place, string Key) : CatalogueStatement(Place)
{
    public AssetKind? Kind { get; init; }

    /// <summary>Such as <c>prod</c> or <c>dev</c>, lower-case.</summary>
    public string? Environment { get; init; }

    /// <summary>Other names of the same asset. Two assets that share one are one.</summary>
    public IReadOnlyList<AssetName> Names { get; init; } = [];
    public string? Container { get; init; }
    public IReadOnlyList<AssetOwner>? Owners { get; init; }
    public IReadOnlyList<AssetLabel>? Labels { get; init; }
    public PeopleData? PeopleData { get; init; }
    public long? Rows { get; init; }
    public long? Bytes { get; init; }

    /// <summary>When it was last read or written, UTC.</summary>
    public DateTimeOffset? LastAccess { get; init; }

    /// <summary>The file says it is deleted, dropped or disabled.</summary>
    public bool Gone { get; init; }
}

/// <summary>Data flows from one asset to another. An end that nothing describes becomes a stub.</summary>
/// <param name="From">Canonical key of where it comes from.</param>
/// <param name="To">Canonical key of where it goes.</param>
public sealed record StatedEdge(string Place, string From, string To) : CatalogueStatement(Place)
{
    /// <summary>Canonical key of the job that moves it, if the file names one.</summary>
    public string? Job { get; init; }
}

/// <summary>Something that was not taken; the rest of the file is.</summary>
public sealed record RejectedStatement(string Place, string Reason) : CatalogueStatement(Place);

/// <param name="Name">As the source names a person or team: <c>team:payments</c>, <c>jdoe</c>, an address.</param>
/// <param name="Role">As the source calls it: <c>MAINTAINER</c>, <c>DATAOWNER</c>; null when it does not say.</param>
public sealed record AssetOwner(string Name, string? Role = null);

/// <param name="Value">Such as <c>pii</c> or <c>PII.Sensitive</c>.</param>
/// <param name="Scheme">The vocabulary it comes from: <c>tag</c>, <c>term</c>, <c>classification</c>; null
/// when the source has but one.</param>
/// <param name="Column">Set when the label is on a column and not on the whole.</param>
/// <param name="Propagated">It came along lineage or from a container; nobody put it here.</param>
public sealed record AssetLabel(string Value, string? Scheme = null, string? Column = null, bool Propagated = false);
