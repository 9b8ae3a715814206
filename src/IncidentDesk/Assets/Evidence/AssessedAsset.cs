using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Incidents;

namespace IncidentDesk.Assets.Evidence;

/// <summary>A linked asset with what the evidence about it comes to.</summary>
/// <param name="Disclosure">As somebody set it; <paramref name="Finding"/> is computed.</param>
/// <param name="Why">In one line, what was found and what that does not show.</param>
/// <param name="Contradiction">What the disclosure that was set says against the evidence; null where nothing.</param>
/// <param name="Coverage">0 to 1: how much of the exposure complete logs hold; null where its start is not on record.</param>
/// <param name="Readers">The groups that could read it.</param>
public sealed record AssessedAsset(
    string Key, string? Container, string? Owner, DateTimeOffset? ExposedFrom,
    DateTimeOffset? ExposedTo, Disclosure Disclosure, AccessAssessment Finding, Doubt Doubt, string Why,
    string? Contradiction, long Accesses, long AccessesEstimated, int SearchesUnknown,
    double? Coverage, IReadOnlyList<string> Readers, Containment Containment);

/// <summary>Which assets are meant; what is not set does not narrow.</summary>
public sealed record AssessedFilter
{
    /// <summary>Part of a key, whatever its case.</summary>
    public string? Q { get; init; }
    public AccessAssessment? Finding { get; init; }
    public Doubt? Doubt { get; init; }
    public Containment? Containment { get; init; }

    /// <summary>Those only whose disclosure says something else than the evidence.</summary>
    public bool Contradicted { get; init; }

    internal bool Takes(Examined a) => (Q.OrNull() is not { } q || a.Key.Contains(q, StringComparison.OrdinalIgnoreCase))
        && (Finding ?? a.Case.Assessment.Access) == a.Case.Assessment.Access
        && (Doubt ?? a.Case.Assessment.Doubt) == a.Case.Assessment.Doubt
        && (Containment ?? a.Case.Containment) == a.Case.Containment && (!Contradicted || a.Case.Contradiction is not null);
}
