using System.Collections.Immutable;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;

namespace IncidentDesk.Reviews;

/// <summary>What may be said about the safeguards that are claimed for a subject.</summary>
public sealed partial record ReviewSubject
{
    internal const int MostSafeguards = 100;

    internal Outcome<Fact> Claim(SafeguardKind kind, string claim, string claimedIn, ImmutableArray<CoveredGroup> groups)
    {
        if (Twice(groups) is { } twice) return twice;
        return Safeguards.Length >= MostSafeguards ? new TooManySafeguards(Key, MostSafeguards)
            : (Fact)new SafeguardClaimed(Key, Safeguards.Length + 1, kind, claim, claimedIn, groups);
    }

    internal Outcome<Fact> Revise(int number, ImmutableArray<CoveredGroup> groups, string reason)
    {
        var safeguard = Claimed(number);
        if (!safeguard.Done) return safeguard.Refusal;
        if (Twice(groups) is { } twice) return twice;
        return safeguard.Value.Groups.ToHashSet().SetEquals(groups) ? new CoversThose(Key, number)
            : (Fact)new SafeguardRevised(Key, number, safeguard.Value.Kind, groups, reason);
    }

    internal Outcome<Fact> Verify(int number, SafeguardResult result, string evidence, DateTimeOffset? at)
    {
        var safeguard = Claimed(number);
        return safeguard.Done
            ? new Fact(new SafeguardVerified(Key, number, safeguard.Value.Kind, result, evidence)) { HappenedAt = at }
            : safeguard.Refusal;
    }

    internal Outcome<Fact> WithdrawSafeguard(int number, string reason)
    {
        var safeguard = Claimed(number);
        return safeguard.Done ? (Fact)new SafeguardWithdrawn(Key, number, safeguard.Value.Kind, reason) : safeguard.Refusal;
    }

    Outcome<Safeguard> Claimed(int number) => Safeguards.FirstOrDefault(s => s.Number == number) switch
    {
        null => new NoSuchSafeguard(Key, number, Safeguards.Length),
        { Withdrawn: not null } => new SafeguardIsWithdrawn(Key, number),
        { } safeguard => safeguard,
    };

    static GroupTwice? Twice(ImmutableArray<CoveredGroup> groups) =>
        groups.GroupBy(g => g.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new(twice.Key)
            : null;

    public sealed record NoSuchSafeguard(string Key, int Number, int Count)
        : Refusal.Rule($"Nothing was saved. {Key} has no safeguard {Number}. It has {Count}, numbered from 1.");

    public sealed record SafeguardIsWithdrawn(string Key, int Number)
        : Refusal.Rule($"Nothing was saved. Safeguard {Number} of {Key} was withdrawn. If it is claimed again, record a new claim.");

    public sealed record CoversThose(string Key, int Number)
        : Refusal.Rule($"Nothing was saved. Safeguard {Number} of {Key} already covers exactly these groups.");

    /// <summary>A group stands under covered and not covered, or twice under one.</summary>
    public sealed record GroupTwice(string Group)
        : Refusal.Rule($"Nothing was saved. The group {Group} is named twice. A group is covered, not covered, or not known.");

    public sealed record TooManySafeguards(string Key, int Most)
        : Refusal.Rule($"Nothing was saved. {Key} has {Most} safeguards, which is the maximum.");
}
