namespace IncidentDesk.Incidents;

/// <summary>The four milestones, and where they cannot all be true.</summary>
public sealed partial record Incident
{
    /// <summary>UTC; null while it is not known.</summary>
    public DateTimeOffset? TimeOf(Milestone milestone) => milestone switch
    {
        Milestone.Started => StartedAt,
        Milestone.Detected => DetectedAt,
        Milestone.Declared => DeclaredAt,
        _ => ResolvedAt,
    };

    /// <summary>
    /// What cannot all be true, one sentence each. Shown beside the times, never refused: at first
    /// nobody knows which of two is wrong.
    /// </summary>
    public IReadOnlyList<string> Contradictions => [.. OutOfOrder(), .. AgainstStatus()];

    /// <summary>Pairs of which the first cannot come after the second.</summary>
    static readonly (Milestone Earlier, Milestone Later)[] Orders =
    [
        (Milestone.Started, Milestone.Detected), (Milestone.Started, Milestone.Declared), (Milestone.Started, Milestone.Resolved),
        (Milestone.Detected, Milestone.Declared), (Milestone.Detected, Milestone.Resolved),
    ];

    IEnumerable<string> OutOfOrder() =>
        from order in Orders
        let earlier = TimeOf(order.Earlier)
        let later = TimeOf(order.Later)
        where later < earlier
        select $"It is recorded as {order.Later.Word()} ({Instants.Say(later.Value)}) "
            + $"before it {Verb(order.Earlier)} ({Instants.Say(earlier.Value)}).";

    IEnumerable<string> AgainstStatus()
    {
        if (ResolvedAt is { } at && Status < IncidentStatus.Resolved)
            yield return $"It is recorded as resolved ({Instants.Say(at)}), but its status is {Status.Word()}.";
    }

    static string Verb(Milestone milestone) => milestone is Milestone.Started ? "started" : $"was {milestone.Word()}";
}
