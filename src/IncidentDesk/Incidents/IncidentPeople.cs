using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.People;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents;

/// <summary>Who takes part, in which role, and who may see it.</summary>
public sealed partial record Incident
{
    internal Outcome<Fact> Assign(IncidentRole role, Person person, Caller by)
    {
        var before = Holder(role);
        if (before?.Person == person.Id) return new HeldAlready(role, person.Name);
        if (role.OpensPrivileged() && !MayEntrust(by, person.Id)) return new NotYoursToAssign(role);
        return role.Needs() is var needed && (person.Roles & needed) == 0
            ? new RoleWithoutUse(person.Name, person.Roles.InWords(), role, needed.InWords())
            : (Fact)new RoleAssigned(role, person.Id, person.Name, before?.Person, before?.Name);
    }

    /// <summary>
    /// Who gives the roles that open privileged entries: those who answer for the law or lead, and the commander, though not to
    /// themselves, because command can be taken.
    /// </summary>
    bool MayEntrust(Caller by, Guid to) =>
        by.Has(IncidentDesk.Roles.Privacy | IncidentDesk.Roles.Leadership) || (Commands(by) && to != by.Id);

    bool Commands(Caller caller) => Holder(IncidentRole.Commander)?.Person == caller.Id;

    internal Outcome<Fact> Release(IncidentRole role) =>
        Holder(role) is { } holder ? (Fact)new RoleReleased(role, holder.Person, holder.Name) : new HeldByNobody(role);

    internal Outcome<Fact> Join(Guid person, string name) =>
        Participates(person) ? new TakesPartAlready(name) : (Fact)new ParticipantAdded(person, name);

    /// <param name="person">Who leaves.</param>
    /// <param name="reason">Why, if that was said.</param>
    /// <param name="by">Who takes them out.</param>
    /// <param name="left">Who would be left: participants whose account is active, and who declared it.</param>
    internal Outcome<Fact> Leave(Guid person, string? reason, Caller by, Left left)
    {
        if (Participants.FirstOrDefault(p => p.Person == person) is not { } leaving) return new TakesNoPart();
        if (Roles.FirstOrDefault(r => r.Person == person) is { } held) return new StillHoldsRole(leaving.Name, held.Role);
        if (Visibility is Visibility.Private && !left.Active.Any(p => p != person)) return new LastParticipant(leaving.Name);
        if (Visibility is Visibility.Private && person == left.Declarer && person != by.Id && !by.Has(IncidentDesk.Roles.Privacy))
            return new DeclarerStays(leaving.Name);
        return (Fact)new ParticipantRemoved(person, leaving.Name, reason);
    }

    internal Outcome<Fact> Show(Visibility to, string reason, Caller by)
    {
        if (Visibility == to) return new SameVisibility(to);
        if (Absorbed is [var absorbed, ..]) return new VisibilityTied(Number, absorbed);
        if (to is Visibility.Private && !Participates(by.Id)) return new WouldHideFromYou();
        if (to is Visibility.Private && !by.Has(IncidentDesk.Roles.Privacy) && !Commands(by)) return new NotYoursToHide();
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

    /// <summary>An incident is not taken away from the person who declared it.</summary>
    public sealed record DeclarerStays(string Person)
        : Refusal.Rule($"Nothing was saved. {Person} declared this private incident, so only the privacy role can remove them.");

    /// <summary>What is privileged is not opened by those who want to read it.</summary>
    public sealed record NotYoursToAssign(IncidentRole Role)
        : Refusal.Rule($"Nothing was saved. The role {Role.Word()} opens privileged entries. It is assigned by a person with the role "
            + "privacy or leadership, or by the commander to another person.");

    /// <summary>A commander who cannot write commands nothing.</summary>
    public sealed record RoleWithoutUse(string Person, string Has, IncidentRole Role, string Needed)
        : Refusal.Rule($"Nothing was saved. {Person} has these roles on this desk: {Has}. To act as {Role.Word()} they need one of: "
            + $"{Needed}. Ask an administrator to change their roles, or choose another person.");

    public sealed record NotYoursToHide()
        : Refusal.Rule("Nothing was saved. Only the commander or a person with the privacy role can make an open incident private.");

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
