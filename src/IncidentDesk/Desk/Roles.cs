namespace IncidentDesk;

/// <summary>
/// What a person may do on the desk; several can be held at once. Being part of a private
/// incident is granted apart from these.
/// </summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Reads every open incident, declares incidents and reports sightings.</summary>
    Viewer = 1,

    /// <summary>Declares and works incidents, links assets, proposes and orders pauses.</summary>
    Responder = 2,

    /// <summary>Drafts, revises and publishes statements.</summary>
    Comms = 4,

    /// <summary>Settles reviews and notification decisions; reads privileged entries.</summary>
    Privacy = 8,

    /// <summary>Reads, and approves that something paused resumes.</summary>
    Leadership = 16,

    /// <summary>People, tokens and imports. Does not see private incidents they are no part of.</summary>
    Administrator = 32,

    All = Viewer | Responder | Comms | Privacy | Leadership | Administrator,

    /// <summary>
    /// For tokens alone: sends lineage events and reads nothing. It stands in the settings of every pipeline, so it opens no other address.
    /// Whoever may import may make such a token.
    /// </summary>
    Lineage = 64,

    /// <summary>For tokens alone: asks what is paused and reads nothing else. Whoever is signed in may make such a token.</summary>
    Asker = 128,
}

public static class RoleWords
{
    /// <summary>The roles one by one, in lower case, as the API spells them.</summary>
    public static IReadOnlyList<string> Names(this Roles roles) =>
        [.. Enum.GetValues<Roles>().Where(r => r is not (Roles.None or Roles.All) && roles.HasFlag(r))
            .Select(r => r.ToString().ToLowerInvariant())];

    /// <summary>What one role may do, for whoever grants it.</summary>
    public static string Meaning(this Roles role) => role switch
    {
        Roles.Viewer => "Reads every open incident, declares incidents and reports what still runs although it is paused.",
        Roles.Responder => "Works incidents: status, assets, evidence, tasks and roles; orders and resumes pauses.",
        Roles.Comms => "Drafts, revises and publishes statements; posts updates and works on tasks.",
        Roles.Privacy => "Does what a responder does, settles reviews and notification decisions, and reads privileged entries.",
        Roles.Leadership => "Posts updates, assigns roles, orders and resumes pauses, publishes statements.",
        Roles.Lineage => "Sends lineage events and can do nothing else. For the configuration of pipelines.",
        Roles.Administrator =>
            "Manages people, tokens and imports, and may do what every other role may do. Sees private incidents only as a participant.",
        Roles.Asker => "Asks what is paused and can do nothing else.",
        _ => "",
    };

    /// <summary>With what goes without saying: whoever may import may let a machine send lineage, and anybody may let one ask.</summary>
    public static Roles WithImplied(this Roles roles) =>
        Roles.Asker | ((roles & (Roles.Responder | Roles.Privacy | Roles.Administrator)) != 0 ? roles | Roles.Lineage : roles);

    public static string InWords(this Roles roles) => roles == Roles.None ? "no role" : string.Join(", ", roles.Names());
}
