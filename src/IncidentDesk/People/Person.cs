using IncidentDesk.People.Events;
using IncidentDesk.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.People;

/// <summary>Somebody with a name on the desk. How they prove who they are is kept apart, in their account.</summary>
public sealed record Person
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

    internal static Person? Apply(Person? was, Recorded what) => what.Event switch
    {
        PersonInvited e => new() { Id = e.Person, Name = e.Name, Email = e.Email, Roles = e.Roles, LinkHash = e.LinkHash, LinkExpires = e.LinkExpires },
        _ => was,
    };
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.HasKey(p => p.Id);
        table.HasIndex(p => p.Email).IsUnique();
        table.HasIndex(p => p.LinkHash).IsUnique();
    }
}
