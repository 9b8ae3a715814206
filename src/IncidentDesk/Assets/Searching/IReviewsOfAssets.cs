using IncidentDesk.Record;

namespace IncidentDesk.Assets.Searching;

/// <summary>What a register of reviews says of each asset, for the search to filter by. The register is a room above this one.</summary>
internal interface IReviewsOfAssets
{
    /// <summary>What the register reads like now: while it is the same, so is what it says of assets. Null where it is empty.</summary>
    Task<string?> Version(DeskDb db, CancellationToken ct);

    /// <summary>As <see cref="NameSnapshot.Reviewed"/>.</summary>
    Task<byte[]> Of(DeskDb db, NameSnapshot names, CancellationToken ct);
}
