namespace IncidentDesk.Incidents;

/// <summary>
/// How many assets an incident has, by what is known of their disclosure. Carried by the events,
/// so that nobody counts 45,000 rows.
/// </summary>
public sealed record AssetTally
{
    public static readonly AssetTally None = new();

    public int Total { get; init; }
    public int ToBeDetermined { get; init; }
    public int Disclosed { get; init; }
    public int LikelyNoEvidence { get; init; }
    public int NotEvidenceAtHand { get; init; }
    public int CannotBeAssessed { get; init; }

    public int Of(Disclosure disclosure) => disclosure switch
    {
        Disclosure.Disclosed => Disclosed,
        Disclosure.LikelyNoEvidence => LikelyNoEvidence,
        Disclosure.NotEvidenceAtHand => NotEvidenceAtHand,
        Disclosure.CannotBeAssessed => CannotBeAssessed,
        _ => ToBeDetermined,
    };

    /// <summary>With so many more, or fewer, in one state.</summary>
    public AssetTally Plus(Disclosure disclosure, int count) => (disclosure switch
    {
        Disclosure.Disclosed => this with { Disclosed = Disclosed + count },
        Disclosure.LikelyNoEvidence => this with { LikelyNoEvidence = LikelyNoEvidence + count },
        Disclosure.NotEvidenceAtHand => this with { NotEvidenceAtHand = NotEvidenceAtHand + count },
        Disclosure.CannotBeAssessed => this with { CannotBeAssessed = CannotBeAssessed + count },
        _ => this with { ToBeDetermined = ToBeDetermined + count },
    }) with { Total = Total + count };

    public AssetTally Without(IEnumerable<Disclosure> gone) =>
        gone.CountBy(d => d).Aggregate(this, (tally, group) => tally.Plus(group.Key, -group.Value));
}
