using System.Reflection;

namespace IncidentDesk.Incidents.Assigning;

/// <summary>What a role on an incident opens, and what its holder must be allowed on the desk to be of use in it.</summary>
internal static class RoleNeeds
{
    static readonly Roles ToLead = Of<AssignRole>(), ToWrite = Of<PostUpdate>(), ToRead = Roles.All;

    public static bool OpensPrivileged(this IncidentRole role) =>
        role is IncidentRole.Legal or IncidentRole.Privacy or IncidentRole.Executive;

    /// <summary>Any one of these.</summary>
    public static Roles Needs(this IncidentRole role) => role switch
    {
        IncidentRole.Commander or IncidentRole.Deputy => ToLead,
        IncidentRole.Legal or IncidentRole.Executive => ToRead,
        _ => ToWrite,
    };

    static Roles Of<TCommand>() => typeof(TCommand).GetCustomAttribute<AllowAttribute>()!.Roles;
}
