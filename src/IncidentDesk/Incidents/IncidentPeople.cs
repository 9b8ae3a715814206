using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents;

/// <summary>Who takes part, in which role, and who may see it.</summary>
public sealed partial record Incident
{
    internal Outcome<Fact> Assign(IncidentRole role, Guid person, string name)
    {
        var before = Holder(role);
        return before?.Person == person
            ? new HeldAlready(role, name)
            : (Fact)new RoleAssigned(role, person, name, before?.Person, before?.Name);
    }

    internal Outcome<Fact> Release(IncidentRole role) =>
        Holder(role) is { } holder ? (Fact)new RoleReleased(role, holder.Person, holder.Name) : new HeldByNobody(role);

    internal Outcome<Fact> Join(Guid person, string name) =>
        Participates(person) ? new TakesPartAlready(name) : (Fact)new ParticipantAdded(person, name);

    internal Outcome<Fact> Leave(Guid person, string? reason)
    {
        if (Participants.FirstOrDefault(p => p.Person == person) is not { } leaving) return new TakesNoPart();
        if (Roles.FirstOrDefault(r => r.Person == person) is { } held) return new StillHoldsRole(leaving.Name, held.Role);
        if (Visibility is Visibility.Private && Participants.Length == 1) return new LastParticipant(leaving.Name);
        return (Fact)new ParticipantRemoved(person, leaving.Name, reason);
    }

    internal Outcome<Fact> Show(Visibility to, string reason, Guid by)
    {
        if (Visibility == to) return new SameVisibility(to);
        if (Absorbed is [var absorbed, ..]) return new VisibilityTied(Number, absorbed);
        if (to is Visibility.Private && !Participates(by)) return new WouldHideFromYou();
        return (Fact)new VisibilityChanged(to, reason);
    }

    public bool Participates(Guid person) => Participants.Any(p => p.Person == person);

    public sealed record HeldAlready(IncidentRole Role, string Holder)
        : Refusal.Rule($"Nothing was saved. {Holder} already holds the role {Role.Word()}; choose another person, or release the role.");

    public sealed record HeldByNobody(IncidentRole Role)
        : Refusal.Rule($"Nothing was saved. Nobody holds the role {Role.Word()}, so there is nothing to release.");

    public sealed record TakesPartAlready(string Person)
        : Refusal.Rule($"Nothing was saved. {Person} is already a participant.");

    public sealed record TakesNoPart()
        : Refusal.Rule("Nothing was saved. This person is not a participant, so there is nothing to remove.");

    /// <summary>A role is handed over or released before its holder leaves, so that it never points at somebody who is gone.</summary>
    public sealed record StillHoldsRole(string Person, IncidentRole Role)
        : Refusal.Rule(
            $"Nothing was saved. {Person} holds the role {Role.Word()}. Reassign or release the role, then remove the participant.");

    /// <summary>A private incident without participants could be seen by nobody, ever again.</summary>
    public sealed record LastParticipant(string Person)
        : Refusal.Rule($"Nothing was saved. {Person} is the last participant of a private incident; "
            + "without them nobody could see it. Add another participant first.");

    public sealed record SameVisibility(Visibility Visibility)
        : Refusal.Rule($"Nothing was saved. The incident is already {Visibility.Word()}.");

    public sealed record WouldHideFromYou()
        : Refusal.Rule("Nothing was saved. You are not a participant, so making the incident private "
            + "would hide it from you. Add yourself as a participant, then try again.");

    /// <summary>Each of two merged incidents names the other; one of them being private would be given away by the other.</summary>
    public sealed record VisibilityTied(int Incident, int Absorbed)
        : Refusal.Rule($"Nothing was saved. {NameOf(Absorbed)} was merged into {NameOf(Incident)}, "
            + "and both must have the same visibility. Undo that merge, change both, then merge again.");
}
