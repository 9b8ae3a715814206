using IncidentDesk.People.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.People;

/// <summary>Somebody with a name on the desk. How they prove who they are is kept apart, in their account.</summary>
public sealed partial record Person
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public Roles Roles { get; init; }

    /// <summary>False once deactivated: nothing is accepted from them any more, their name stays in the record.</summary>
    public bool Active { get; init; } = true;

    /// <summary>IANA name of the zone in which they read local times.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>SHA-256 of the one-time link that was sent, until it is used; 64 hexadecimal digits.</summary>
    public string? LinkHash { get; init; }

    /// <summary>After this instant (UTC) the link is refused.</summary>
    public DateTimeOffset? LinkExpires { get; init; }

    /// <summary>When they first set a password (UTC); null while they are only invited.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    public bool HasAuthenticator { get; init; }

    /// <summary>Since when they are deactivated (UTC).</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal static Person? Apply(Person? was, Recorded what) => what.Event switch
    {
        PersonInvited e =>
            new() { Id = e.Person, Name = e.Name, Email = e.Email, Roles = e.Roles, LinkHash = e.LinkHash, LinkExpires = e.LinkExpires },
        _ => was?.With(what),
    };

    Person With(Recorded what) => what.Event switch
    {
        InvitationAccepted e => this with
        {
            Name = e.Name, Email = e.Email, Zone = e.Zone, LinkHash = null, LinkExpires = null, JoinedAt = JoinedAt ?? what.At
        },
        InvitationRenewed e => this with { LinkHash = e.LinkHash, LinkExpires = e.LinkExpires },
        RolesChanged e => this with { Roles = e.To },
        PersonDeactivated => this with { Active = false, ClosedAt = what.At, LinkHash = null, LinkExpires = null },
        PersonReactivated => this with { Active = true, ClosedAt = null },
        ProfileChanged e => this with { Name = e.Name, Zone = e.Zone },
        AuthenticatorSetUp => this with { HasAuthenticator = true },
        AuthenticatorReset => this with { HasAuthenticator = false },
        _ => this,
    };
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("People");
        table.HasKey(p => p.Id);
        table.HasIndex(p => p.Email).IsUnique();
        table.HasIndex(p => p.LinkHash).IsUnique();
    }
}
