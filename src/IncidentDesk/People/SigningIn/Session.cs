using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.People.SigningIn;

/// <summary>A browser in which a person is signed in. No fact for the record: once ended it is forgotten.</summary>
public sealed class Session
{
    /// <summary>It ends when it was not used for so long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>It ends so long after it began, however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>How far <see cref="UsedAt"/> may be behind: a request must not cost a write.</summary>
    internal static readonly TimeSpan Noted = TimeSpan.FromMinutes(10);

    public Guid Id { get; init; }
    public Guid Person { get; init; }

    /// <summary>The stamp of the account when it began; the session is over when the account has another one.</summary>
    public required string Stamp { get; init; }

    /// <summary>Browser and system in a few words, as the browser says itself.</summary>
    public required string Device { get; init; }

    /// <summary>The network address it was begun from.</summary>
    public required string Place { get; init; }
    public DateTimeOffset BegunAt { get; init; }
    public DateTimeOffset UsedAt { get; set; }

    internal static bool IsOver(DateTimeOffset begunAt, DateTimeOffset usedAt, DateTimeOffset now) =>
        now - begunAt >= Longest || now - usedAt >= Idle;
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("Sessions");
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasIndex(s => s.Person);
        table.HasIndex(s => s.BegunAt);
    }
}
