using IncidentDesk.Cli.Kit;
using IncidentDesk.People;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.Changing;
using IncidentDesk.People.Deactivating;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.SigningIn;
using IncidentDesk.People.Tokens;

namespace IncidentDesk.Cli.People;

/// <summary>People, their roles and tokens.</summary>
internal static class PeopleVerbs
{
    public static readonly IReadOnlyList<Verb> All =
    [
        new ReadVerb("people list", "List the people on this desk", "/api/people", "name email roles active zone id"),
        new CommandVerb<InvitePerson>("people invite [email]",
            "{name} is invited as {person}. Their one-time link is shown only once; it is this path on the desk:\n/invitation/{secret}"),
        new CommandVerb<RenewInvitation>("people renew <person>",
            "Their new one-time link is shown only once; it is this path on the desk:\n/invitation/{secret}"),
        new CommandVerb<ChangeRoles>("people roles <person> <roles>", "The person has these roles now: {roles}."),
        new CommandVerb<DeactivatePerson>("people deactivate <person>",
            "The person is deactivated; their name stays in the record."),
        new CommandVerb<ReactivatePerson>("people reactivate <person>",
            "The person can sign in again; their tokens stay revoked."),
        new CommandVerb<ResetAuthenticator>("people reset-authenticator <person>",
            "The authenticator is removed and all sessions and tokens ended; the person sets up a new one at the next sign-in."),
        new CommandVerb<ChangeOwnProfile>("profile <name> <zone>", "Your name is {name} and your time zone is {zone}."),
        new ReadVerb("token list",
            "List your tokens, or as an administrator those of another person", "/api/tokens?person",
            "id name roles expiresAt revokedAt lastUsed waits"),
        new CommandVerb<IssueToken>("token issue [name]",
            "Token {id} is valid until {expiresAt}. {note} It is shown only once:\n{secret}"),
        new ReadVerb("session list",
            "List your sessions, or as an administrator those of another person", "/api/sessions?person",
            "id device place begunAt usedAt endsAt"),
        new CommandVerb<EndSessions>("session end", "Sessions ended: {ended}."),
        new ReadVerb("security-events",
            "List security events, newest first, as an administrator, or those of a private incident as its participant",
            "/api/security-events?incident&kind&person&after&limit", "at kind name what incident place device times"),
        new CommandVerb<RevokeToken>("token revoke <token>", "The token is revoked."),
    ];
}
