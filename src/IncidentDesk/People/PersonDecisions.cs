using IncidentDesk.People.Events;
using IncidentDesk.People.Inviting;
using IncidentDesk.Record;

namespace IncidentDesk.People;

/// <summary>What may be done with a person in the state they are in.</summary>
public sealed partial record Person
{
    /// <summary>The first administrator of a desk brings name and address along; everybody else's are known from the invitation.</summary>
    internal Outcome<Fact> Accept(string? name, string? email, string zone, DateTimeOffset now)
    {
        if (!Active || LinkExpires is null || LinkExpires <= now) return new LinkSpent();
        if (Email.Length > 0 && email is not null && email != Email)
            return Refusal.Invalid.Field("email", "Your address comes from the invitation. Leave this field empty.");
        if (Email.Length == 0 && email is null) return Refusal.Invalid.Field("email", "Enter your e-mail address; you sign in with it.");
        return (Fact)new InvitationAccepted(Id, name ?? Name, email ?? Email, zone);
    }

    internal Outcome<Fact> Renew(OneTimeLink link, DateTimeOffset now, bool othersAdministrate) => this switch
    {
        { Active: false } => new NoLongerActive(Name),
        { IsAdministrator: true } when !othersAdministrate => new LastAdministrator(Name),
        _ => (Fact)new InvitationRenewed(Id, Name, link.Hash, now + OneTimeLink.GoodFor),
    };

    /// <summary>By whoever holds the machine: nothing that was taken away stays in the way.</summary>
    internal IEnumerable<Fact> LetInAgain(OneTimeLink link, DateTimeOffset now)
    {
        if (!Active) yield return new PersonReactivated(Id, Name);
        if (!IsAdministrator) yield return new RolesChanged(Id, Name, Roles, Roles | Roles.Administrator);
        if (HasAuthenticator) yield return new AuthenticatorReset(Id, Name);
        yield return new InvitationRenewed(Id, Name, link.Hash, now + OneTimeLink.GoodFor);
    }

    internal Outcome<Fact> Grant(Roles to, bool othersAdministrate)
    {
        if (!Active) return new NoLongerActive(Name);
        if (to == Roles) return new SameRoles(Name, Roles);
        return IsAdministrator && !to.HasFlag(Roles.Administrator) && !othersAdministrate
            ? new LastAdministrator(Name)
            : (Fact)new RolesChanged(Id, Name, Roles, to);
    }

    internal Outcome<Fact> Deactivate(bool othersAdministrate)
    {
        if (!Active) return new NoLongerActive(Name);
        return IsAdministrator && !othersAdministrate ? new LastAdministrator(Name) : (Fact)new PersonDeactivated(Id, Name);
    }

    internal Outcome<Fact> Reactivate() => Active ? new StillActive(Name) : (Fact)new PersonReactivated(Id, Name);

    internal Outcome<Fact> ResetAuthenticator() => HasAuthenticator ? (Fact)new AuthenticatorReset(Id, Name) : new NoAuthenticator(Name);

    bool IsAdministrator => Roles.HasFlag(Roles.Administrator);

    /// <summary>A one-time link is good once, for 72 hours, and only until the next one is made.</summary>
    public sealed record LinkSpent()
        : Refusal.Rule("Nothing was saved. This link was already used, has expired, "
            + "or was replaced by a newer one. Ask an administrator for a new link.");

    /// <summary>A desk without an administrator could never be opened again.</summary>
    public sealed record LastAdministrator(string Name)
        : Refusal.Rule($"Nothing was saved. {Name} is the last administrator who can sign in. "
            + "Make another person an administrator first, and let them sign in.");

    public sealed record SameRoles(string Name, Roles Roles)
        : Refusal.Rule($"Nothing was saved. {Name} already has these roles: {Roles.InWords()}.");

    public sealed record NoLongerActive(string Name)
        : Refusal.Rule($"Nothing was saved. {Name} is deactivated. Reactivate the person first.");

    public sealed record StillActive(string Name) : Refusal.Rule($"Nothing was saved. {Name} is already active.");

    public sealed record NoAuthenticator(string Name)
        : Refusal.Rule($"Nothing was saved. {Name} has no authenticator; one is set up at the next sign-in.");
}
