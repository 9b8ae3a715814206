using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Merging;

namespace IncidentDesk.Incidents;

/// <summary>
/// Two incidents found to be one. Only what is not merged can be merged, and only into what is not merged: so pointers form
/// trees whose root is worked on, and no circle can arise.
/// </summary>
public sealed partial record Incident
{
    internal Outcome<BothSides> MergeInto(Incident into, string? reason)
    {
        if (into.Number == Number) return new MergedIntoItself(Number);
        if (MustAccept(Accepts.EvenClosed) is { } merged) return merged;
        if (into.MergedInto is { } elsewhere) return new TargetMergedElsewhere(into.Number, elsewhere);
        if (into.MustBeWorkable() is { } closed) return closed;
        if (into.Visibility != Visibility) return new VisibilitiesDiffer(Number, Visibility, into.Number, into.Visibility);
        if (into.Kind != Kind && (Kind is IncidentKind.Drill || into.Kind is IncidentKind.Drill))
            return new DrillAndReal(Number, into.Number);
        return new BothSides(new IncidentMerged(into.Number, reason), new IncidentAbsorbed(Number, reason));
    }

    internal Outcome<BothSides> Unmerge(string? reason) => MergedInto is { } into
        ? new BothSides(new IncidentUnmerged(into, reason), new IncidentReleased(Number, reason))
        : new NotMerged(Number);

    public sealed record MergedIntoItself(int Incident)
        : Refusal.Rule($"Nothing was saved. {NameOf(Incident)} cannot be merged into itself; give the number of the other incident.");

    public sealed record TargetMergedElsewhere(int Into, int Elsewhere)
        : Refusal.Rule(
            $"Nothing was saved. {NameOf(Into)} was itself merged into {NameOf(Elsewhere)}. Merge into {NameOf(Elsewhere)} instead.");

    /// <summary>An open incident that points at a private one would give it away.</summary>
    public sealed record VisibilitiesDiffer(int Incident, Visibility Visibility, int Into, Visibility IntoVisibility)
        : Refusal.Rule($"Nothing was saved. {NameOf(Incident)} is {Visibility.Word()} and {NameOf(Into)} "
            + $"is {IntoVisibility.Word()}. Make both open or both private, then merge.");

    /// <summary>A drill notifies nobody; what is real must not disappear into it, nor the other way round.</summary>
    public sealed record DrillAndReal(int Incident, int Into)
        : Refusal.Rule(
            $"Nothing was saved. One of {NameOf(Incident)} and {NameOf(Into)} is a drill and the other is not, so they cannot be merged.");

    public sealed record NotMerged(int Incident)
        : Refusal.Rule($"Nothing was saved. {NameOf(Incident)} is not merged into another incident, so there is nothing to undo.");
}
